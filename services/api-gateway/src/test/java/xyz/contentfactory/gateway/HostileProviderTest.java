package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.gateway.Browser.Answer;

/// What a provider, or somebody in its place, may answer, and what is made of it.
class HostileProviderTest {
  private static final HostileProvider PROVIDER = new HostileProvider();
  private static final EdgeUnderTest EDGE = start(PROVIDER.issuer());

  static {
    assertThat(
            EDGE.browser()
                .post(
                    "/api/auth/register",
                    "{\"email\":\"first@example.com\",\"password\":\"correct horse battery\"}")
                .status())
        .isEqualTo(201);
  }

  @AfterAll
  static void stop() {
    EDGE.close();
    PROVIDER.close();
  }

  private static EdgeUnderTest start(URI issuer) {
    return EdgeUnderTest.start(
        "--service-kit.public-url=https://factory.example.org",
        "--user-service.oidc.issuer=" + issuer,
        "--user-service.oidc.client-id=factory",
        "--user-service.oidc.client-secret=secret",
        "--api-gateway.limits.proof-per-address=1000/1m");
  }

  /// Somebody on the way, and what the provider was told.
  private record OnTheWay(Browser browser, String purpose, JsonNode step) {
    static OnTheWay begin(Browser browser, String purpose) {
      Answer answer = browser.post("/api/auth/oidc/" + purpose + "/start", "{}");
      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      return new OnTheWay(browser, purpose, answer.json());
    }

    static OnTheWay toSignIn() {
      return begin(EDGE.browser().asCabinet(), "sign-in");
    }

    Map<String, String> asked() {
      return ProviderVisitor.query(URI.create(step.path("url").asString()));
    }

    String nonce() {
      return asked().getOrDefault("nonce", "");
    }

    Answer back() {
      return back(
          Map.of(
              "code", "code", "iss", PROVIDER.issuer().toString(), "state", asked().get("state")));
    }

    Answer back(Map<String, String> answer) {
      return browser.post(
          "/api/auth/oidc/" + purpose + "/callback",
          ProviderVisitor.body(step.path("challenge").asString(), new HashMap<>(answer)));
    }
  }

  private static void isRefused(OnTheWay way) {
    assertThat(way.back().code()).isEqualTo("provider-answer-invalid");
    assertThat(way.browser().cookies()).doesNotContainKey("cf_access");
  }

  @Test
  void the_provider_is_asked_with_pkce_state_and_nonce_for_our_page_only() {
    Map<String, String> asked = OnTheWay.toSignIn().asked();
    assertThat(asked)
        .containsEntry("response_type", "code")
        .containsEntry("client_id", "factory")
        .containsEntry("scope", "openid email")
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", "https://factory.example.org/oidc/callback")
        .containsKeys("state", "nonce", "code_challenge")
        .doesNotContainKeys("code_verifier", "client_secret", "prompt");
  }

  @Test
  void an_honest_answer_opens_a_session() {
    OnTheWay way = OnTheWay.toSignIn();
    PROVIDER.says(PROVIDER.claims("honest", way.nonce()));
    assertThat(way.back().status()).isEqualTo(200);
    assertThat(way.browser().cookies()).containsKey("cf_access");
  }

  @Test
  void a_token_of_another_sign_in_is_refused() {
    OnTheWay way = OnTheWay.toSignIn();
    PROVIDER.says(PROVIDER.claims("somebody", "another nonce"));
    isRefused(way);
    OnTheWay without = OnTheWay.toSignIn();
    PROVIDER.says(PROVIDER.claims("somebody", null));
    isRefused(without);
  }

  @Test
  void a_token_without_a_signature_or_by_another_key_or_a_shared_secret_is_refused() {
    OnTheWay unsigned = OnTheWay.toSignIn();
    PROVIDER.saysUnsigned(PROVIDER.claims("somebody", unsigned.nonce()));
    isRefused(unsigned);
    OnTheWay stolen = OnTheWay.toSignIn();
    PROVIDER.saysByAStolenName(PROVIDER.claims("somebody", stolen.nonce()));
    isRefused(stolen);
    OnTheWay shared = OnTheWay.toSignIn();
    PROVIDER.saysBySharedSecret(PROVIDER.claims("somebody", shared.nonce()));
    isRefused(shared);
  }

  @Test
  void a_token_for_somebody_else_is_refused() {
    OnTheWay other = OnTheWay.toSignIn();
    PROVIDER.says(PROVIDER.claims("somebody", other.nonce()).audience("another client"));
    isRefused(other);
    OnTheWay both = OnTheWay.toSignIn();
    PROVIDER.says(
        PROVIDER
            .claims("somebody", both.nonce())
            .audience(List.of("factory", "another client"))
            .claim("azp", "another client"));
    isRefused(both);
  }

  @Test
  void a_token_of_another_issuer_or_out_of_its_time_is_refused() {
    OnTheWay issuer = OnTheWay.toSignIn();
    PROVIDER.says(PROVIDER.claims("somebody", issuer.nonce()).issuer("https://elsewhere.example"));
    isRefused(issuer);
    OnTheWay expired = OnTheWay.toSignIn();
    PROVIDER.says(
        PROVIDER
            .claims("somebody", expired.nonce())
            .issueTime(Date.from(EdgeUnderTest.now().minusSeconds(700)))
            .expirationTime(Date.from(EdgeUnderTest.now().minusSeconds(100))));
    isRefused(expired);
    OnTheWay future = OnTheWay.toSignIn();
    PROVIDER.says(
        PROVIDER
            .claims("somebody", future.nonce())
            .issueTime(Date.from(EdgeUnderTest.now().plusSeconds(200))));
    isRefused(future);
  }

  @Test
  void an_answer_that_does_not_say_whose_it_is_or_is_another_providers_is_refused() {
    OnTheWay silent = OnTheWay.toSignIn();
    PROVIDER.says(PROVIDER.claims("somebody", silent.nonce()));
    Map<String, String> answer = Map.of("code", "code", "state", silent.asked().get("state"));
    assertThat(silent.back(answer).code()).isEqualTo("provider-answer-invalid");
    OnTheWay mixed = OnTheWay.toSignIn();
    Map<String, String> others = new HashMap<>(answer);
    others.put("state", mixed.asked().get("state"));
    others.put("iss", "https://elsewhere.example");
    assertThat(mixed.back(others).code()).isEqualTo("provider-answer-invalid");
  }

  @Test
  void an_answer_counts_once() {
    OnTheWay way = OnTheWay.toSignIn();
    PROVIDER.says(PROVIDER.claims("once", way.nonce()));
    assertThat(way.back().status()).isEqualTo(200);
    assertThat(way.back().code()).isEqualTo("provider-step-expired");
  }

  @Test
  void an_answer_with_another_state_uses_the_step_up() {
    OnTheWay way = OnTheWay.toSignIn();
    PROVIDER.says(PROVIDER.claims("somebody", way.nonce()));
    assertThat(way.back(Map.of("code", "code", "state", "another")).code())
        .isEqualTo("provider-step-expired");
    assertThat(way.back().code()).isEqualTo("provider-step-expired");
  }

  @Test
  void a_provider_that_refuses_or_fails_is_told_from_one_that_lies() {
    OnTheWay refused = OnTheWay.toSignIn();
    assertThat(refused.back(Map.of("state", refused.asked().get("state"))).code())
        .isEqualTo("provider-refused");
    OnTheWay old = OnTheWay.toSignIn();
    PROVIDER.answersToken(400, "{\"error\":\"invalid_grant\"}");
    assertThat(old.back().code()).isEqualTo("provider-step-expired");
    OnTheWay broken = OnTheWay.toSignIn();
    PROVIDER.answersToken(500, "<html>");
    assertThat(broken.back().code()).isEqualTo("provider-fault");
    OnTheWay empty = OnTheWay.toSignIn();
    PROVIDER.answersToken(200, "{\"access_token\":\"a\",\"token_type\":\"Bearer\"}");
    assertThat(empty.back().code()).isEqualTo("provider-answer-invalid");
    OnTheWay endless = OnTheWay.toSignIn();
    PROVIDER.answersToken(200, "[" + " ".repeat(600 * 1024) + "]");
    assertThat(endless.back().code()).isEqualTo("provider-fault");
  }

  @Test
  void an_email_that_only_the_user_info_has_counts_when_it_is_the_same_persons() {
    OnTheWay way = OnTheWay.toSignIn();
    PROVIDER.says(PROVIDER.claims("shy", way.nonce()).claim("email", null));
    PROVIDER.tellsWhoAsks(
        Map.of("sub", "shy", "email", "shy@example.com", "email_verified", "true"));
    assertThat(way.back().status()).isEqualTo(200);
    assertThat(way.browser().get("/api/auth/me").body()).contains("shy@example.com");
    OnTheWay mixed = OnTheWay.toSignIn();
    PROVIDER.says(PROVIDER.claims("sly", mixed.nonce()).claim("email", null));
    assertThat(mixed.back().code()).isEqualTo("provider-answer-invalid");
  }

  @Test
  void a_person_without_a_password_proves_themselves_at_the_provider_and_chooses_one() {
    OnTheWay way = OnTheWay.toSignIn();
    PROVIDER.says(PROVIDER.claims("pavel", way.nonce()));
    assertThat(way.back().status()).isEqualTo(200);
    Browser cabinet = way.browser();
    EdgeUnderTest.advance(Duration.ofMinutes(9));
    assertThat(cabinet.post("/api/auth/refresh", "{}").status()).isEqualTo(200);
    EdgeUnderTest.advance(Duration.ofMinutes(2));
    String wanted = "{\"newPassword\":\"lantern over a quiet harbour\"}";
    assertThat(cabinet.post("/api/auth/password/change", wanted).code())
        .isEqualTo("reauthentication-needed");
    OnTheWay stale = OnTheWay.begin(cabinet, "proof");
    assertThat(stale.asked()).containsEntry("prompt", "login").containsEntry("max_age", "0");
    PROVIDER.says(
        PROVIDER
            .claims("pavel", stale.nonce())
            .claim("auth_time", EdgeUnderTest.now().minusSeconds(3600).getEpochSecond()));
    assertThat(stale.back().code()).isEqualTo("provider-proof-old");
    OnTheWay others = OnTheWay.begin(cabinet, "proof");
    PROVIDER.says(PROVIDER.claims("somebody else", others.nonce()));
    assertThat(others.back().code()).isEqualTo("provider-not-linked");
    OnTheWay proof = OnTheWay.begin(cabinet, "proof");
    PROVIDER.says(PROVIDER.claims("pavel", proof.nonce()));
    assertThat(proof.back().status()).isEqualTo(204);
    assertThat(cabinet.post("/api/auth/password/change", wanted).status()).isEqualTo(204);
    assertThat(cabinet.get("/api/auth/me").json().path("hasPassword").asBoolean()).isTrue();
    assertThat(cabinet.post("/api/auth/password/change", wanted).code()).isEqualTo("invalid-input");
  }

  @Test
  void a_provider_that_is_not_there_or_calls_itself_otherwise_is_a_fault_and_none_is_not_found() {
    HostileProvider gone = new HostileProvider();
    URI nowhere = gone.issuer();
    gone.close();
    for (URI issuer : List.of(nowhere, URI.create(PROVIDER.issuer() + "/"))) {
      try (EdgeUnderTest edge = start(issuer)) {
        assertThat(edge.browser().post("/api/auth/oidc/sign-in/start", "{}").code())
            .isEqualTo("provider-fault");
      }
    }
    try (EdgeUnderTest edge = EdgeUnderTest.start()) {
      assertThat(edge.browser().get("/api/auth/oidc").body()).isEqualTo("{}");
      assertThat(edge.browser().post("/api/auth/oidc/sign-in/start", "{}").code())
          .isEqualTo("provider-not-set-up");
      assertThat(
              edge.browser()
                  .post(
                      "/api/auth/oidc/sign-in/callback",
                      "{\"challenge\":\"a\",\"state\":\"b\",\"code\":\"c\"}")
                  .code())
          .isEqualTo("provider-not-set-up");
    }
  }

  @Test
  void a_half_answer_is_invalid_input() {
    Answer answer = EDGE.browser().post("/api/auth/oidc/sign-in/callback", "{\"state\":\"a\"}");
    assertThat(answer.code()).isEqualTo("invalid-input");
    assertThat(answer.body()).contains("challenge");
  }
}
