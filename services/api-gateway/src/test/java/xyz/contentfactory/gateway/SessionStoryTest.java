package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.gateway.Browser.Answer;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.TestPostgres;

@ExtendWith(OutputCaptureExtension.class)
class SessionStoryTest {
  private static final DatabaseSettings DATABASE = TestPostgres.freshDatabase();
  private static final Path KEYS = EdgeUnderTest.folder("keys");
  private static final EdgeUnderTest EDGE =
      EdgeUnderTest.startOn(
          DATABASE,
          KEYS,
          "--api-gateway.limits.login-per-address=1000/1m",
          "--api-gateway.limits.register-per-address=1000/1m");
  private static final AtomicInteger MEMBERS = new AtomicInteger();
  private static final String PASSWORD = "correct horse battery";

  @AfterAll
  static void stop() {
    EDGE.close();
  }

  private static String credentials(String email) {
    return """
    {"email":"%s","password":"%s"}\
    """
        .formatted(email, PASSWORD);
  }

  private static String newMember() {
    String email = "member" + MEMBERS.incrementAndGet() + "@example.com";
    Answer answer = EDGE.browser().post("/api/auth/register", credentials(email));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return email;
  }

  private static JsonNode tokensOf(String email) {
    return EDGE.browser().post("/api/auth/login", credentials(email)).json();
  }

  private static Browser cabinetOf(String email) {
    Browser cabinet = EDGE.browser().asCabinet();
    assertThat(cabinet.post("/api/auth/login", credentials(email)).status()).isEqualTo(200);
    return cabinet;
  }

  private static String refreshBody(JsonNode tokens) {
    return "{\"refresh_token\":\"" + tokens.path("refresh_token").asString() + "\"}";
  }

  @Test
  void a_program_gets_one_token_object_and_is_known_by_its_bearer() {
    String email = newMember();
    Answer login =
        EDGE.browser().post("/api/auth/login", credentials(" " + email.toUpperCase(Locale.ROOT)));

    assertThat(login.json().propertyNames())
        .containsExactly("access_token", "token_type", "expires_in", "refresh_token");
    assertThat(login.json().path("expires_in").asInt()).isEqualTo(600);
    assertThat(login.setCookies()).noneMatch(cookie -> cookie.startsWith("cf_"));
    Answer me =
        EDGE.browser()
            .with("Authorization", "Bearer " + login.json().path("access_token").asString())
            .get("/api/auth/me");
    assertThat(me.json().path("email").asString()).isEqualTo(email);
    assertThat(me.json().path("username").asString())
        .isEqualTo(email.substring(0, email.indexOf('@')));
  }

  @Test
  void the_cabinet_never_sees_its_tokens() {
    Browser cabinet = EDGE.browser().asCabinet();
    Answer login = cabinet.post("/api/auth/login", credentials(newMember()));

    assertThat(login.json().propertyNames()).containsExactly("token_type", "expires_in");
    assertThat(login.setCookies())
        .anyMatch(cookie ->
            cookie.matches("cf_access=.+; Path=/; Max-Age=600; .*HttpOnly; SameSite=Strict"))
        .anyMatch(
            cookie -> cookie.matches("cf_refresh=.+; Path=/api/auth; .*HttpOnly; SameSite=Strict"))
        .noneMatch(cookie -> cookie.contains("JSESSIONID"));
    assertThat(cabinet.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(cabinet.get("/api/v1/probe").body()).isIn("user", "admin");
  }

  @Test
  void a_refresh_by_cookie_answers_by_cookie_and_rotates() {
    Browser cabinet = cabinetOf(newMember());
    String before = cabinet.cookies().get("cf_refresh");
    Answer refresh = cabinet.without("X-Session").send("POST", "/api/auth/refresh", null);

    assertThat(refresh.status()).as(refresh.toString()).isEqualTo(200);
    assertThat(refresh.json().propertyNames()).containsExactly("token_type", "expires_in");
    assertThat(cabinet.cookies().get("cf_refresh")).isNotEqualTo(before);
  }

  @Test
  void signing_out_ends_the_session_at_once_and_clears_the_cookies() {
    Browser cabinet = cabinetOf(newMember());
    String access = cabinet.cookies().get("cf_access");
    String refresh = cabinet.cookies().get("cf_refresh");
    Answer logout = cabinet.send("POST", "/api/auth/logout", null);

    assertThat(logout.status()).isEqualTo(204);
    assertThat(cabinet.cookies()).doesNotContainKeys("cf_access", "cf_refresh");
    Browser thief = EDGE.browser().with("Authorization", "Bearer " + access);
    assertThat(thief.get("/api/auth/me").code()).isEqualTo("sign-in-needed");
    assertThat(
            EDGE.browser()
                .post("/api/auth/refresh", "{\"refresh_token\":\"" + refresh + "\"}")
                .code())
        .isEqualTo("refresh-token-invalid");
    assertThat(cabinet.send("POST", "/api/auth/logout", null).status()).isEqualTo(204);
  }

  @Test
  void a_bearer_signs_out_without_a_body() {
    JsonNode tokens = tokensOf(newMember());
    Browser program =
        EDGE.browser().with("Authorization", "Bearer " + tokens.path("access_token").asString());

    assertThat(program.send("POST", "/api/auth/logout", null).status()).isEqualTo(204);
    assertThat(program.get("/api/auth/me").status()).isEqualTo(401);
  }

  @Test
  void two_tabs_may_refresh_with_the_same_token_at_the_same_moment() {
    JsonNode tokens = tokensOf(newMember());

    assertThat(EDGE.browser().post("/api/auth/refresh", refreshBody(tokens)).status())
        .isEqualTo(200);
    assertThat(EDGE.browser().post("/api/auth/refresh", refreshBody(tokens)).status())
        .isEqualTo(200);
  }

  @Test
  void a_used_refresh_token_is_accepted_ten_more_times_and_then_ends_the_session() {
    JsonNode tokens = tokensOf(newMember());
    Answer last = EDGE.browser().post("/api/auth/refresh", refreshBody(tokens));
    for (int i = 0; i < 10; i++) {
      last = EDGE.browser().post("/api/auth/refresh", refreshBody(tokens));
      assertThat(last.status()).isEqualTo(200);
    }

    assertThat(EDGE.browser().post("/api/auth/refresh", refreshBody(tokens)).code())
        .isEqualTo("refresh-token-invalid");
    assertThat(EDGE.browser().post("/api/auth/refresh", refreshBody(last.json())).code())
        .isEqualTo("refresh-token-invalid");
  }

  @Test
  void the_late_reuse_of_a_refresh_token_ends_the_whole_session_and_is_audited() {
    JsonNode stolen = tokensOf(newMember());
    Answer honest = EDGE.browser().post("/api/auth/refresh", refreshBody(stolen));
    EdgeUnderTest.advance(Duration.ofSeconds(11));

    assertThat(EDGE.browser().post("/api/auth/refresh", refreshBody(stolen)).code())
        .isEqualTo("refresh-token-invalid");
    assertThat(EDGE.browser().post("/api/auth/refresh", refreshBody(honest.json())).code())
        .isEqualTo("refresh-token-invalid");
    assertThat(
            EDGE.browser()
                .with("Authorization", "Bearer " + honest.json().path("access_token").asString())
                .get("/api/auth/me")
                .code())
        .isEqualTo("sign-in-needed");
    assertThat(audited("session.refresh-token-reused", "REFUSED")).isPositive();
  }

  private static long audited(String action, String outcome) {
    return EDGE.database()
        .sql()
        .sql("select count(*) from audit_trail where action = :action and outcome = :outcome")
        .param("action", action)
        .param("outcome", outcome)
        .query(Long.class)
        .single();
  }

  @Test
  void an_access_token_expires() {
    JsonNode tokens = tokensOf(newMember());
    Browser program =
        EDGE.browser().with("Authorization", "Bearer " + tokens.path("access_token").asString());
    EdgeUnderTest.advance(Duration.ofSeconds(603));

    assertThat(program.get("/api/auth/me").code()).isEqualTo("sign-in-needed");
  }

  @Test
  void an_expired_cookie_means_nobody_and_a_refresh_mends_it() {
    Browser cabinet = cabinetOf(newMember());
    EdgeUnderTest.advance(Duration.ofSeconds(603));

    assertThat(cabinet.get("/api/auth/me").status()).isEqualTo(401);
    assertThat(cabinet.get("/api/v1/health/live").status()).isEqualTo(200);
    assertThat(cabinet.send("POST", "/api/auth/refresh", null).status()).isEqualTo(200);
    assertThat(cabinet.get("/api/auth/me").status()).isEqualTo(200);
  }

  @Test
  void wrong_password_and_unknown_email_get_the_same_answer_and_are_audited() {
    String email = newMember();
    long before = audited("member.sign-in", "REFUSED");
    String wrong = credentials(email).replace(PASSWORD, "not the password");
    Answer known = EDGE.browser().post("/api/auth/login", wrong);
    Answer unknown = EDGE.browser().post("/api/auth/login", credentials("nobody@example.com"));

    assertThat(known.code()).isEqualTo("wrong-credentials");
    assertThat(unknown.body()).isEqualTo(known.body());
    assertThat(audited("member.sign-in", "REFUSED")).isEqualTo(before + 2);
  }

  @Test
  void sessions_and_sign_outs_survive_a_restart() {
    String email = newMember();
    JsonNode tokens = tokensOf(email);
    JsonNode ended = tokensOf(email);
    EDGE.browser().post("/api/auth/logout", refreshBody(ended));
    try (EdgeUnderTest again = EdgeUnderTest.startOn(DATABASE, KEYS)) {
      assertThat(
              again
                  .browser()
                  .with("Authorization", "Bearer " + tokens.path("access_token").asString())
                  .get("/api/auth/me")
                  .status())
          .isEqualTo(200);
      assertThat(
              again
                  .browser()
                  .with("Authorization", "Bearer " + ended.path("access_token").asString())
                  .get("/api/auth/me")
                  .status())
          .isEqualTo(401);
    }
  }

  @Test
  void no_token_no_password_and_no_private_key_lies_in_the_database_in_plain() {
    JsonNode tokens = tokensOf(newMember());
    String rows =
        String.join(
            "\n",
            EDGE.database()
                .sql()
                .sql(
                    """
                    select t::text from refresh_tokens t union all select m::text from members m
                    union all select k::text from signing_keys k
                    union all select a::text from audit_trail a
                    """)
                .query(String.class)
                .list());

    assertThat(rows)
        .doesNotContain(PASSWORD)
        .doesNotContain(tokens.path("refresh_token").asString())
        .doesNotContain("\"d\":")
        .contains("$argon2id$");
  }

  @Test
  void no_token_and_no_password_is_ever_printed(CapturedOutput output) {
    String email = newMember();
    JsonNode tokens = tokensOf(email);
    JsonNode next = EDGE.browser().post("/api/auth/refresh", refreshBody(tokens)).json();
    EDGE.browser().post("/api/auth/login", credentials(email).replace("}", ",\"x\":1}"));
    EDGE.browser().post("/api/auth/logout", refreshBody(next));

    assertThat(output.getAll()).contains("member.sign-in OK").contains("member.sign-out OK");
    for (JsonNode pair : new JsonNode[] {tokens, next}) {
      assertThat(output.getAll())
          .doesNotContain(pair.path("access_token").asString())
          .doesNotContain(pair.path("refresh_token").asString());
    }
    assertThat(output.getAll()).doesNotContain(PASSWORD).doesNotContain(email);
  }

  @Test
  void the_public_keys_are_published_without_their_private_half() {
    JsonNode key = EDGE.browser().get("/.well-known/jwks.json").json().path("keys").path(0);

    assertThat(key.path("kty").asString()).isEqualTo("EC");
    assertThat(key.path("alg").asString()).isEqualTo("ES256");
    assertThat(key.has("d")).isFalse();
  }
}
