package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.gateway.Browser.Answer;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.TestPostgres;

/// Signing in by a real provider of OpenID Connect, over HTTP on both sides.
class ProviderSignInTest {
  private static final RealProvider PROVIDER = RealProvider.start();
  private static final DatabaseSettings DATABASE = TestPostgres.freshDatabase();
  private static final Path KEYS = EdgeUnderTest.folder("keys");
  private static final EdgeUnderTest EDGE = EdgeUnderTest.startOn(DATABASE, KEYS, settings());
  private static final String PASSWORD = "correct horse battery";

  static {
    register(EDGE, "first@example.com");
  }

  @AfterAll
  static void stop() {
    EDGE.close();
    PROVIDER.close();
  }

  private static String[] settings(String... more) {
    List<String> all =
        new java.util.ArrayList<>(
            List.of(
                "--service-kit.public-url=https://factory.example.org",
                "--user-service.oidc.issuer=" + PROVIDER.issuer(),
                "--user-service.oidc.client-id=" + RealProvider.CLIENT,
                "--user-service.oidc.client-secret=" + RealProvider.SECRET,
                "--user-service.oidc.name=Acme",
                "--api-gateway.limits.login-per-address=1000/1m",
                "--api-gateway.limits.proof-per-address=1000/1m",
                "--api-gateway.limits.register-per-address=1000/1m"));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  private static void register(EdgeUnderTest edge, String email) {
    assertThat(edge.browser().post("/api/auth/register", credentials(email)).status())
        .isEqualTo(201);
  }

  private static String credentials(String email) {
    return "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
  }

  private static void confirm(String email) {
    EDGE.database()
        .sql()
        .sql("update members set email_confirmed_at = created_at where email = :email")
        .param("email", email)
        .update();
  }

  private static Browser signedIn(String email) {
    Browser cabinet = EDGE.browser().asCabinet();
    assertThat(cabinet.post("/api/auth/login", credentials(email)).status()).isEqualTo(200);
    return cabinet;
  }

  private static JsonNode start(Browser browser, String purpose) {
    Answer answer = browser.post("/api/auth/oidc/" + purpose + "/start", "{\"language\":\"en\"}");
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static Answer round(Browser browser, String purpose, String person) {
    JsonNode step = start(browser, purpose);
    Map<String, String> back = new ProviderVisitor(person).visit(step.path("url").asString());
    return finish(browser, purpose, step, back);
  }

  private static Answer finish(
      Browser browser, String purpose, JsonNode step, Map<String, String> back) {
    return browser.post(
        "/api/auth/oidc/" + purpose + "/callback",
        ProviderVisitor.body(step.path("challenge").asString(), back));
  }

  private static String actionsOf(String email) {
    return EDGE.database()
        .sql()
        .sql(
            """
            select coalesce(string_agg(action, ' '), '')
              from audit_trail t join members m on m.id = t.member_id where m.email = :email
            """)
        .param("email", email)
        .query(String.class)
        .single();
  }

  @Test
  void the_button_has_the_providers_name() {
    assertThat(EDGE.browser().get("/api/auth/oidc").json().path("name").asString())
        .isEqualTo("Acme");
  }

  @Test
  void an_unknown_person_becomes_a_member_with_a_confirmed_email_and_no_password() {
    RealProvider.knows("nina", "nina@example.com", true);
    Browser cabinet = EDGE.browser().asCabinet();
    Answer entered = round(cabinet, "sign-in", "nina");
    assertThat(entered.status()).as(entered.toString()).isEqualTo(200);
    assertThat(entered.body()).doesNotContain("access_token");
    JsonNode me = cabinet.get("/api/auth/me").json();
    assertThat(me.path("email").asString()).isEqualTo("nina@example.com");
    assertThat(me.path("emailConfirmed").asBoolean()).isTrue();
    assertThat(me.path("hasPassword").asBoolean()).isFalse();
    assertThat(me.path("role").asString()).isEqualTo("user");
    assertThat(cabinet.get("/api/auth/sessions").body()).contains("\"method\":\"oidc\"");
    assertThat(actionsOf("nina@example.com")).contains("member.register", "member.sign-in");
  }

  @Test
  void whoever_comes_again_is_the_same_member_even_under_another_email() {
    RealProvider.knows("boris", "boris@example.com", true);
    Browser before = EDGE.browser().asCabinet();
    round(before, "sign-in", "boris");
    RealProvider.knows("boris", "new@example.com", true);
    Browser after = EDGE.browser().asCabinet();
    assertThat(round(after, "sign-in", "boris").status()).isEqualTo(200);
    assertThat(after.get("/api/auth/me").json().path("id"))
        .isEqualTo(before.get("/api/auth/me").json().path("id"));
  }

  @Test
  void what_one_node_began_another_finishes_and_nobody_finishes_twice() {
    RealProvider.knows("olga", "olga@example.com", true);
    try (EdgeUnderTest other = EdgeUnderTest.startOn(DATABASE, KEYS, settings())) {
      Browser here = EDGE.browser().asCabinet();
      JsonNode step = start(here, "sign-in");
      Map<String, String> back = new ProviderVisitor("olga").visit(step.path("url").asString());
      Browser there = other.browser().asCabinet();
      assertThat(finish(there, "sign-in", step, back).status()).isEqualTo(200);
      assertThat(finish(here, "sign-in", step, back).code()).isEqualTo("provider-step-expired");
    }
  }

  @Test
  void an_answer_is_worth_nothing_in_a_browser_that_did_not_ask() {
    RealProvider.knows("mallory", "mallory@example.com", true);
    Map<String, String> mallorys =
        new ProviderVisitor("mallory")
            .visit(start(EDGE.browser().asCabinet(), "sign-in").path("url").asString());
    Browser victim = EDGE.browser().asCabinet();
    JsonNode victims = start(victim, "sign-in");
    assertThat(finish(victim, "sign-in", victims, mallorys).code())
        .isEqualTo("provider-step-expired");
    assertThat(victim.cookies()).doesNotContainKey("cf_access");
  }

  @Test
  void ten_minutes_are_enough_for_the_way_there_and_back() {
    RealProvider.knows("late", "late@example.com", true);
    Browser cabinet = EDGE.browser().asCabinet();
    JsonNode step = start(cabinet, "sign-in");
    Map<String, String> back = new ProviderVisitor("late").visit(step.path("url").asString());
    EdgeUnderTest.advance(Duration.ofMinutes(11));
    assertThat(finish(cabinet, "sign-in", step, back).code()).isEqualTo("provider-step-expired");
  }

  @Test
  void a_member_is_linked_at_the_first_sign_in_only_when_both_sides_know_the_email() {
    register(EDGE, "kira@example.com");
    RealProvider.knows("kira", "kira@example.com", true);
    assertThat(round(EDGE.browser().asCabinet(), "sign-in", "kira").code())
        .isEqualTo("provider-email-taken");
    confirm("kira@example.com");
    RealProvider.knows("kira", "kira@example.com", false);
    assertThat(round(EDGE.browser().asCabinet(), "sign-in", "kira").code())
        .isEqualTo("provider-email-unconfirmed");
    RealProvider.knows("kira", "kira@example.com", true);
    Browser cabinet = EDGE.browser().asCabinet();
    assertThat(round(cabinet, "sign-in", "kira").status()).isEqualTo(200);
    assertThat(cabinet.get("/api/auth/me").json().path("hasPassword").asBoolean()).isTrue();
    assertThat(actionsOf("kira@example.com")).contains("provider.link");
  }

  @Test
  void a_second_account_of_the_provider_does_not_get_in_by_the_email_of_a_linked_member() {
    RealProvider.knows("anna", "anna@example.com", true);
    round(EDGE.browser().asCabinet(), "sign-in", "anna");
    RealProvider.knows("anna2", "anna@example.com", true);
    assertThat(round(EDGE.browser().asCabinet(), "sign-in", "anna2").code())
        .isEqualTo("provider-email-taken");
  }

  @Test
  void a_closed_door_is_closed_here_too_and_an_invitation_opens_it() {
    RealProvider.knows("guest", "guest@example.com", true);
    String[] closed = settings("--user-service.registration=invitation");
    try (EdgeUnderTest edge = EdgeUnderTest.startOn(DATABASE, KEYS, closed)) {
      assertThat(round(edge.browser().asCabinet(), "sign-in", "guest").code())
          .isEqualTo("registration-closed");
      Browser cabinet = edge.browser().asCabinet();
      JsonNode step =
          cabinet
              .post("/api/auth/oidc/sign-in/start", "{\"invitation\":\"%s\"}".formatted(invite()))
              .json();
      Map<String, String> back = new ProviderVisitor("guest").visit(step.path("url").asString());
      assertThat(finish(cabinet, "sign-in", step, back).status()).isEqualTo(200);
      assertThat(cabinet.get("/api/auth/me").json().path("role").asString()).isEqualTo("viewer");
    }
  }

  private static String invite() {
    var token =
        xyz.contentfactory.user.invitation.InvitationToken.random(new java.security.SecureRandom());
    EDGE.database()
        .sql()
        .sql(
            """
            insert into invitations (id, token_hash, role, created_at, expires_at)
            values (gen_random_uuid(), :hash, 'viewer', :now, :until)
            """)
        .param("hash", token.hash())
        .param("now", java.sql.Timestamp.from(EdgeUnderTest.now()))
        .param("until", java.sql.Timestamp.from(EdgeUnderTest.now().plus(Duration.ofDays(1))))
        .update();
    return token.text().reveal();
  }

  @Test
  void a_member_links_and_unlinks_the_provider_after_a_fresh_proof() {
    register(EDGE, "lev@example.com");
    RealProvider.knows("lev", "lev@elsewhere.example", false);
    Browser cabinet = signedIn("lev@example.com");
    assertThat(round(cabinet, "link", "lev").status()).isEqualTo(204);
    JsonNode linked = cabinet.get("/api/auth/oidc/identities").json().path("items").path(0);
    assertThat(linked.path("email").asString()).isEqualTo("lev@elsewhere.example");
    assertThat(cabinet.post("/api/auth/oidc/link/start", "{}").code()).isEqualTo("provider-linked");
    Browser byProvider = EDGE.browser().asCabinet();
    assertThat(round(byProvider, "sign-in", "lev").status()).isEqualTo(200);
    EdgeUnderTest.advance(Duration.ofMinutes(11));
    cabinet = signedIn("lev@example.com");
    EdgeUnderTest.advance(Duration.ofMinutes(9));
    cabinet.post("/api/auth/refresh", "{}");
    EdgeUnderTest.advance(Duration.ofMinutes(2));
    String path = "/api/auth/oidc/identities/" + linked.path("id").asString();
    assertThat(cabinet.send("DELETE", path, null).code()).isEqualTo("reauthentication-needed");
    cabinet.post("/api/auth/reauthenticate", "{\"currentPassword\":\"" + PASSWORD + "\"}");
    assertThat(cabinet.send("DELETE", path, null).status()).isEqualTo(204);
    assertThat(cabinet.send("DELETE", path, null).code()).isEqualTo("provider-not-linked");
    assertThat(actionsOf("lev@example.com")).contains("provider.link", "provider.unlink");
  }

  @Test
  void an_identity_belongs_to_one_member() {
    RealProvider.knows("zoe", "zoe@example.com", true);
    round(EDGE.browser().asCabinet(), "sign-in", "zoe");
    register(EDGE, "thief@example.com");
    assertThat(round(signedIn("thief@example.com"), "link", "zoe").code())
        .isEqualTo("provider-identity-taken");
  }

  @Test
  void what_one_member_began_another_does_not_finish() {
    register(EDGE, "one@example.com");
    register(EDGE, "other@example.com");
    RealProvider.knows("one", "one@elsewhere.example", true);
    JsonNode step = start(signedIn("one@example.com"), "link");
    Map<String, String> back = new ProviderVisitor("one").visit(step.path("url").asString());
    assertThat(finish(signedIn("other@example.com"), "link", step, back).code())
        .isEqualTo("provider-step-expired");
  }

  @Test
  void who_has_no_password_proves_themselves_at_the_provider_and_chooses_one() {
    RealProvider.knows("pavel", "pavel@example.com", true);
    Browser cabinet = EDGE.browser().asCabinet();
    round(cabinet, "sign-in", "pavel");
    String identity =
        "/api/auth/oidc/identities/"
            + cabinet
                .get("/api/auth/oidc/identities")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
    assertThat(cabinet.send("DELETE", identity, null).code()).isEqualTo("last-way-in");
    EdgeUnderTest.advance(Duration.ofMinutes(9));
    cabinet.post("/api/auth/refresh", "{}");
    EdgeUnderTest.advance(Duration.ofMinutes(2));
    String wanted = "{\"newPassword\":\"a password of their own\"}";
    assertThat(cabinet.post("/api/auth/password/change", wanted).code())
        .isEqualTo("reauthentication-needed");
    Answer proved = round(cabinet, "proof", "pavel");
    assertThat(proved.code()).as("real time is behind the edge's").isEqualTo("provider-proof-old");
    assertThat(cabinet.get("/api/auth/me").json().path("hasPassword").asBoolean()).isFalse();
  }

  @Test
  void the_second_factor_is_asked_for_after_the_provider() {
    RealProvider.knows("tim", "tim@example.com", true);
    Browser cabinet = EDGE.browser().asCabinet();
    round(cabinet, "sign-in", "tim");
    EDGE.database()
        .sql()
        .sql(
            """
            insert into totp_secrets (member_id, secret_sealed, created_at, confirmed_at)
            select id, ''::bytea, created_at, created_at from members where email = 'tim@example.com'
            """)
        .update();
    Answer asked = round(EDGE.browser().asCabinet(), "sign-in", "tim");
    assertThat(asked.code()).isEqualTo("second-factor-needed");
    assertThat(asked.json().path("challenge").asString()).isNotEmpty();
  }
}
