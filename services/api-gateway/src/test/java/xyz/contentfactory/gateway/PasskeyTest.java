package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.gateway.Browser.Answer;

class PasskeyTest {
  private static final EdgeUnderTest EDGE =
      EdgeUnderTest.start(
          "--api-gateway.limits.login-per-address=1000/1m",
          "--api-gateway.limits.register-per-address=1000/1m");
  private static final AtomicInteger MEMBERS = new AtomicInteger();

  @AfterAll
  static void stop() {
    EDGE.close();
  }

  private static Browser newMember() {
    String body =
        "{\"email\":\"key%d@example.com\",\"password\":\"correct horse battery\"}"
            .formatted(MEMBERS.incrementAndGet());
    assertThat(EDGE.browser().post("/api/auth/register", body).status()).isEqualTo(201);
    Browser cabinet = EDGE.browser().asCabinet().with("User-Agent", "Firefox/130.0 Linux");
    assertThat(cabinet.post("/api/auth/login", body).status()).isEqualTo(200);
    return cabinet;
  }

  private static JsonNode addTo(Browser cabinet, SoftAuthenticator key) {
    JsonNode asked = cabinet.send("POST", "/api/auth/passkeys/options", null).json();
    Answer added = cabinet.post("/api/auth/passkeys", key.create(asked));
    assertThat(added.status()).as(added.toString()).isEqualTo(201);
    return added.json();
  }

  private static JsonNode asked() {
    return EDGE.browser().send("POST", "/api/auth/passkeys/sign-in/options", null).json();
  }

  private static Answer signIn(Browser browser, String body) {
    return browser.post("/api/auth/passkeys/sign-in", body);
  }

  private static Answer signIn(SoftAuthenticator key) {
    return signIn(EDGE.browser(), key.get(asked()));
  }

  @Test
  void a_passkey_opens_a_session_without_email_and_password() {
    SoftAuthenticator key = new SoftAuthenticator();
    JsonNode added = addTo(newMember(), key);
    Browser cabinet = EDGE.browser().asCabinet();

    assertThat(added.path("name").asString()).isEqualTo("Firefox · Linux");
    assertThat(signIn(cabinet, key.get(asked())).status()).isEqualTo(200);
    assertThat(cabinet.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(cabinet.get("/api/auth/sessions").body()).contains("\"method\":\"passkey\"");
    assertThat(cabinet.get("/api/auth/passkeys").json().path("items").path(0).has("lastUsedAt"))
        .isTrue();
  }

  @Test
  void a_blocked_person_is_not_let_in_by_a_passkey() {
    SoftAuthenticator key = new SoftAuthenticator();
    Browser cabinet = newMember();
    addTo(cabinet, key);
    EDGE.database()
        .sql()
        .sql("update members set blocked_at = now() where id = :id::uuid")
        .param("id", cabinet.get("/api/auth/me").json().path("id").asString())
        .update();

    assertThat(signIn(key).code()).isEqualTo("member-blocked");
  }

  @Test
  void an_answer_is_good_for_one_sign_in_and_five_minutes() {
    SoftAuthenticator key = new SoftAuthenticator();
    addTo(newMember(), key);
    String answer = key.get(asked());
    assertThat(signIn(EDGE.browser(), answer).status()).isEqualTo(200);
    JsonNode late = asked();
    EdgeUnderTest.advance(Duration.ofMinutes(6));

    assertThat(signIn(EDGE.browser(), answer).code()).isEqualTo("passkey-invalid");
    assertThat(signIn(EDGE.browser(), key.get(late)).code()).isEqualTo("passkey-invalid");
  }

  @Test
  void another_origin_an_unverified_person_and_a_copied_counter_are_refused() {
    SoftAuthenticator phished = new SoftAuthenticator();
    addTo(newMember(), phished);
    phished.origin = "https://content-factory.example";
    SoftAuthenticator careless = new SoftAuthenticator();
    addTo(newMember(), careless);
    careless.verifiesItsPerson = false;
    SoftAuthenticator copied = new SoftAuthenticator();
    addTo(newMember(), copied);
    assertThat(signIn(copied).status()).isEqualTo(200);
    copied.count = 1;

    assertThat(signIn(phished).code()).isEqualTo("passkey-invalid");
    assertThat(signIn(careless).code()).isEqualTo("passkey-invalid");
    assertThat(signIn(copied).code()).isEqualTo("passkey-invalid");
    assertThat(signIn(new SoftAuthenticator()).code()).isEqualTo("passkey-invalid");
  }

  @Test
  void nonsense_is_refused_without_a_fault_of_ours() {
    String id = asked().path("challengeId").asString();
    for (String credential :
        new String[] {"{}", "{\"id\":1,\"response\":[]}", "{\"rawId\":\"%%\"}"}) {
      Answer answer =
          signIn(
              EDGE.browser(),
              "{\"challengeId\":\"%s\",\"credential\":%s}".formatted(id, credential));
      assertThat(answer.code()).isEqualTo("passkey-invalid");
    }
    assertThat(signIn(EDGE.browser(), "{}").code()).isEqualTo("invalid-input");
  }

  @Test
  void it_is_renamed_and_removed_by_its_owner_only() {
    SoftAuthenticator key = new SoftAuthenticator();
    Browser owner = newMember();
    String path = "/api/auth/passkeys/" + addTo(owner, key).path("id").asString();
    Browser other = newMember();

    assertThat(
            owner.send("PATCH", path, "{\"name\":\"Work laptop\"}").json().path("name").asString())
        .isEqualTo("Work laptop");
    assertThat(other.send("PATCH", path, "{\"name\":\"Mine\"}").code())
        .isEqualTo("passkey-not-found");
    assertThat(other.send("DELETE", path, null).code()).isEqualTo("passkey-not-found");
    assertThat(owner.send("DELETE", path, null).status()).isEqualTo(204);
    assertThat(signIn(key).code()).isEqualTo("passkey-invalid");
  }

  @Test
  void changes_need_a_fresh_proof_and_the_own_passkey_gives_it() {
    SoftAuthenticator key = new SoftAuthenticator();
    Browser cabinet = newMember();
    addTo(cabinet, key);
    SoftAuthenticator foreign = new SoftAuthenticator();
    addTo(newMember(), foreign);
    EdgeUnderTest.advance(Duration.ofMinutes(10));
    cabinet.send("POST", "/api/auth/refresh", null);

    assertThat(cabinet.send("POST", "/api/auth/passkeys/options", null).code())
        .isEqualTo("reauthentication-needed");
    assertThat(cabinet.post("/api/auth/passkeys/reauthenticate", foreign.get(asked())).code())
        .isEqualTo("passkey-invalid");
    assertThat(cabinet.post("/api/auth/passkeys/reauthenticate", key.get(asked())).status())
        .isEqualTo(204);
    assertThat(cabinet.send("POST", "/api/auth/passkeys/options", null).status()).isEqualTo(200);
  }
}
