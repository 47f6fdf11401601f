package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.gateway.Browser.Answer;
import xyz.contentfactory.kit.rotation.Rotation;
import xyz.contentfactory.kit.rotation.SealedColumn;
import xyz.contentfactory.kit.rotation.SealedColumns;
import xyz.contentfactory.kit.secret.Keyring;

/// The second factor through the edge, with an authenticator app of the test's own.
class SecondFactorTest {
  private static final EdgeUnderTest EDGE =
      EdgeUnderTest.start(
          "--api-gateway.limits.login-per-address=1000/1m",
          "--api-gateway.limits.register-per-address=1000/1m");
  private static final AtomicInteger MEMBERS = new AtomicInteger();
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  @AfterAll
  static void stop() {
    EDGE.close();
  }

  private static String newMember() {
    String body =
        "{\"email\":\"factor%d@example.com\",\"password\":\"correct horse battery\"}"
            .formatted(MEMBERS.incrementAndGet());
    assertThat(EDGE.browser().post("/api/auth/register", body).status()).isEqualTo(201);
    return body;
  }

  private static Browser signedIn(String member) {
    Browser cabinet = EDGE.browser().asCabinet();
    assertThat(cabinet.post("/api/auth/login", member).status()).isEqualTo(200);
    return cabinet;
  }

  /// What an app shows for a secret at the edge's time: RFC 6238, written a second time.
  private static String codeOf(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      java.math.BigInteger bits = java.math.BigInteger.ZERO;
      for (int i = 0; i < secret.length(); i++) {
        int value = BASE32.indexOf(secret.charAt(i));
        bits = bits.shiftLeft(5).add(java.math.BigInteger.valueOf(value));
      }
      byte[] key = new byte[20];
      byte[] raw = bits.toByteArray();
      System.arraycopy(
          raw,
          Math.max(0, raw.length - 20),
          key,
          Math.max(0, 20 - raw.length),
          Math.min(20, raw.length));
      mac.init(new SecretKeySpec(key, "RAW"));
      long step = EdgeUnderTest.now().getEpochSecond() / 30;
      byte[] hash = mac.doFinal(java.nio.ByteBuffer.allocate(8).putLong(step).array());
      int at = hash[19] & 15;
      int number =
          ((hash[at] & 127) << 24)
              | ((hash[at + 1] & 255) << 16)
              | ((hash[at + 2] & 255) << 8)
              | (hash[at + 3] & 255);
      return "%06d".formatted(number % 1_000_000);
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Protected(String member, String secret, JsonNode recoveryCodes) {}

  private static Protected withTotp() {
    String member = newMember();
    Browser cabinet = signedIn(member);
    JsonNode begun = cabinet.send("POST", "/api/auth/totp", null).json();
    String secret = begun.path("secret").asString();
    assertThat(begun.path("uri").asString())
        .startsWith("otpauth://totp/Content%20Factory:factor")
        .contains("secret=" + secret);
    Answer confirmed = cabinet.post("/api/auth/totp/confirm", code(codeOf(secret)));
    assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
    assertThat(cabinet.get("/api/auth/me").json().path("secondFactor").asBoolean()).isTrue();
    EdgeUnderTest.advance(Duration.ofSeconds(30));
    return new Protected(member, secret, confirmed.json().path("recoveryCodes"));
  }

  private static String code(String code) {
    return "{\"code\":\"" + code + "\"}";
  }

  private static String challengeOf(Protected one) {
    Answer answer = EDGE.browser().asCabinet().post("/api/auth/login", one.member());
    assertThat(answer.code()).isEqualTo("second-factor-needed");
    assertThat(answer.setCookies()).noneMatch(cookie -> cookie.startsWith("cf_"));
    assertThat(answer.json().path("methods").toString()).isEqualTo("[\"totp\",\"recovery-code\"]");
    return answer.json().path("challenge").asString();
  }

  private static Answer second(Browser browser, String challenge, String kind, String code) {
    return browser.post(
        "/api/auth/login/second-factor",
        "{\"challenge\":\"%s\",\"%s\":\"%s\"}".formatted(challenge, kind, code));
  }

  @Test
  void a_code_is_asked_for_after_the_password_and_accepted_once() {
    Protected one = withTotp();
    String code = codeOf(one.secret());
    Browser cabinet = EDGE.browser().asCabinet();

    assertThat(second(cabinet, challengeOf(one), "code", code).status()).isEqualTo(200);
    assertThat(cabinet.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(cabinet.get("/api/auth/sessions").body()).contains("password-and-totp");
    assertThat(second(EDGE.browser(), challengeOf(one), "code", code).code())
        .isEqualTo("second-factor-invalid");
  }

  @Test
  void a_blocked_person_hears_of_it_only_after_the_second_factor() {
    Protected one = withTotp();
    EDGE.database()
        .sql()
        .sql("update members set blocked_at = now() where email = :email")
        .param("email", one.member().replaceAll(".*(factor\\d+@example\\.com).*", "$1"))
        .update();
    String challenge = challengeOf(one);

    assertThat(second(EDGE.browser(), challenge, "code", "000000").code())
        .isEqualTo("second-factor-invalid");
    assertThat(second(EDGE.browser(), challenge, "code", codeOf(one.secret())).code())
        .isEqualTo("member-blocked");
  }

  @Test
  void a_challenge_is_good_for_one_sign_in_five_minutes_and_five_tries() {
    Protected one = withTotp();
    String used = challengeOf(one);
    second(EDGE.browser(), used, "code", codeOf(one.secret()));
    String late = challengeOf(one);
    EdgeUnderTest.advance(Duration.ofMinutes(6));
    String tried = challengeOf(one);
    for (int i = 0; i < 5; i++) {
      second(EDGE.browser(), tried, "code", "000000");
      EdgeUnderTest.advance(Duration.ofSeconds(40));
    }

    for (String over : new String[] {used, late, tried, "unknown"}) {
      assertThat(second(EDGE.browser(), over, "code", codeOf(one.secret())).code())
          .isEqualTo("second-factor-expired");
    }
  }

  @Test
  void a_recovery_code_stands_in_once_however_it_is_typed() {
    Protected one = withTotp();
    assertThat(one.recoveryCodes()).hasSize(10);
    String code = one.recoveryCodes().path(3).asString();
    Browser cabinet = EDGE.browser().asCabinet();

    String typed = code.replace("-", " ").toUpperCase(java.util.Locale.ROOT);
    assertThat(second(cabinet, challengeOf(one), "recoveryCode", typed).status()).isEqualTo(200);
    assertThat(cabinet.get("/api/auth/totp").json().path("recoveryCodesLeft").asInt()).isEqualTo(9);
    assertThat(second(EDGE.browser(), challengeOf(one), "recoveryCode", code).code())
        .isEqualTo("second-factor-invalid");
  }

  @Test
  void wrong_codes_slow_down_and_lock_over_all_challenges() {
    Protected one = withTotp();
    Answer answer = second(EDGE.browser(), challengeOf(one), "code", "000000");
    for (int i = 0; i < 4; i++) {
      assertThat(answer.code()).isEqualTo("second-factor-invalid");
      answer = second(EDGE.browser(), challengeOf(one), "code", "000000");
    }
    Answer slowed = second(EDGE.browser(), challengeOf(one), "code", codeOf(one.secret()));

    assertThat(slowed.code()).isEqualTo("too-many-requests");
    assertThat(slowed.header("retry-after")).isEqualTo("5");
  }

  @Test
  void changes_need_a_fresh_proof_and_a_password_gives_it() {
    Protected one = withTotp();
    Browser cabinet = EDGE.browser().asCabinet();
    second(cabinet, challengeOf(one), "code", codeOf(one.secret()));
    EdgeUnderTest.advance(Duration.ofMinutes(10));
    cabinet.send("POST", "/api/auth/refresh", null);

    assertThat(cabinet.send("DELETE", "/api/auth/totp", null).code())
        .isEqualTo("reauthentication-needed");
    assertThat(cabinet.send("POST", "/api/auth/recovery-codes", null).code())
        .isEqualTo("reauthentication-needed");
    assertThat(cabinet.post("/api/auth/reauthenticate", "{\"currentPassword\":\"no\"}").code())
        .isEqualTo("invalid-input");
    assertThat(
            cabinet
                .post("/api/auth/reauthenticate", "{\"currentPassword\":\"correct horse battery\"}")
                .status())
        .isEqualTo(204);
    assertThat(cabinet.send("DELETE", "/api/auth/totp", null).status()).isEqualTo(204);
    assertThat(EDGE.browser().post("/api/auth/login", one.member()).status()).isEqualTo(200);
  }

  @Test
  void an_unconfirmed_secret_protects_nothing_and_a_wrong_code_does_not_confirm_it() {
    String member = newMember();
    Browser cabinet = signedIn(member);
    cabinet.send("POST", "/api/auth/totp", null);

    assertThat(cabinet.post("/api/auth/totp/confirm", code("000000")).body())
        .contains("\"code\":\"wrong\"");
    assertThat(EDGE.browser().post("/api/auth/login", member).status()).isEqualTo(200);
  }

  @Test
  void a_locked_account_and_an_unknown_one_answer_the_same() {
    String wrong = newMember().replace("correct", "wrong");
    String nobody = wrong.replace("factor", "nobody");
    for (int i = 0; i < 5; i++) {
      assertThat(EDGE.browser().post("/api/auth/login", wrong).body())
          .isEqualTo(EDGE.browser().post("/api/auth/login", nobody).body());
    }
    Answer known = EDGE.browser().post("/api/auth/login", wrong.replace("wrong", "correct"));
    Answer unknown = EDGE.browser().post("/api/auth/login", nobody);

    assertThat(known.code()).isEqualTo("too-many-requests");
    assertThat(known.body()).isEqualTo(unknown.body());
    assertThat(known.header("retry-after")).isEqualTo("5");
  }

  @Test
  void the_secret_lies_in_the_database_encrypted_and_codes_hashed() {
    Protected one = withTotp();
    String rows =
        String.join(
            "\n",
            EDGE.database()
                .sql()
                .sql(
                    "select t::text from totp_secrets t union all select r::text from recovery_codes r")
                .query(String.class)
                .list());

    assertThat(rows)
        .doesNotContain(one.secret())
        .doesNotContain(one.recoveryCodes().path(0).asString());
  }

  /// How many values each encrypted column has; each is opened in the place of its row.
  private static Map<String, Integer> openedValues() {
    SealedColumns service = EDGE.bean(SealedColumns.class);
    Map<String, Integer> all = new TreeMap<>();
    for (SealedColumn column : service.columns()) {
      String values =
          "select %1$s::text, %2$s from %3$s where %2$s is not null"
              .formatted(column.key(), column.column(), column.table());
      all.put(
          column.toString(),
          service
              .database()
              .sql()
              .sql(values)
              .query((row, index) ->
                  EDGE.bean(Keyring.class)
                      .decrypt(row.getBytes(2), column.placeOf(row.getString(1))))
              .list()
              .size());
    }
    return all;
  }

  @Test
  void a_change_of_the_key_ends_no_session_no_factor_and_no_sign_in_half_way() {
    Protected one = withTotp();
    Browser session = signedIn(newMember());
    String challenge = challengeOf(one);
    Map<String, Integer> before = openedValues();
    assertThat(before.values()).doesNotContain(0);
    Rotation rotation = EDGE.bean(Rotation.class);

    assertThat(rotation.begin()).isTrue();
    Awaitility.await("everything is encrypted anew")
        .until(() -> rotation.status().renewed() == rotation.status().values());

    assertThat(openedValues()).isEqualTo(before);
    Browser browser = EDGE.browser().asCabinet();
    Answer in = second(browser, challenge, "code", codeOf(one.secret()));
    assertThat(in.status()).as(in.toString()).isEqualTo(200);
    assertThat(session.get("/api/auth/me").status()).isEqualTo(200);
    EdgeUnderTest.advance(Rotation.STRAGGLERS.plusSeconds(1));
    Awaitility.await("the former key is dropped").until(() -> !rotation.status().underWay());
    assertThat(session.send("POST", "/api/auth/refresh", null).status()).isEqualTo(200);
    assertThat(challengeOf(one)).isNotEmpty();
  }
}
