package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.gateway.Browser.Answer;
import xyz.contentfactory.user.invitation.InvitationToken;

/// Who may become a member, and at what cost.
class RegistrationTest {
  private static final EdgeUnderTest OPEN = edge("open");
  private static final EdgeUnderTest INVITED = edge("invitation");
  private static final AtomicInteger NAMES = new AtomicInteger();

  private static EdgeUnderTest edge(String registration) {
    return EdgeUnderTest.start(
        "--user-service.captcha.difficulty=50",
        "--user-service.registration=" + registration,
        "--api-gateway.limits.register-per-address=1000/1m");
  }

  @AfterAll
  static void stop() {
    OPEN.close();
    INVITED.close();
  }

  private static String solution(EdgeUnderTest edge) {
    return CaptchaSolver.solve(edge.browser().get("/api/auth/captcha").json());
  }

  private static String newEmail() {
    return "person" + NAMES.incrementAndGet() + "@example.com";
  }

  private static Answer register(EdgeUnderTest edge, String email, String captcha, String more) {
    return edge.browser()
        .post(
            "/api/auth/register",
            "{\"email\":\"%s\",\"password\":\"pass word of mine\",\"captcha\":\"%s\"%s}"
                .formatted(email, captcha, more));
  }

  @Test
  void a_challenge_solved_by_another_client_opens_the_door_once() {
    String captcha = solution(OPEN);

    assertThat(register(OPEN, newEmail(), captcha, "").status()).isEqualTo(201);
    assertThat(register(OPEN, newEmail(), captcha, "").code()).isEqualTo("captcha-invalid");
  }

  @Test
  void a_solution_is_used_up_by_a_registration_that_is_refused() {
    String email = newEmail();
    register(OPEN, email, solution(OPEN), "");
    String captcha = solution(OPEN);

    assertThat(register(OPEN, email, captcha, "").code()).isEqualTo("email-taken");
    assertThat(register(OPEN, newEmail(), captcha, "").code()).isEqualTo("captcha-invalid");
  }

  @Test
  void without_a_solution_nobody_registers() {
    String none = "{\"email\":\"%s\",\"password\":\"pass word of mine\"}".formatted(newEmail());

    assertThat(OPEN.browser().post("/api/auth/register", none).code()).isEqualTo("captcha-invalid");
    for (String wrong :
        new String[] {
          "",
          "x",
          "bnVsbA==",
          CaptchaSolver.encoded("{}"),
          CaptchaSolver.encoded("[]"),
          "A".repeat(5000),
          CaptchaSolver.encoded(
              "{\"algorithm\":\"SHA-256\",\"challenge\":\"a\",\"number\":1,\"salt\":\"s\",\"signature\":\"x\"}")
        }) {
      Answer answer = register(OPEN, newEmail(), wrong, "");
      assertThat(answer.code()).as(wrong + answer).isEqualTo("captcha-invalid");
      assertThat(answer.status()).isEqualTo(422);
    }
  }

  @Test
  void a_challenge_expires_after_ten_minutes() {
    String captcha = solution(OPEN);
    EdgeUnderTest.advance(Duration.ofMinutes(10));

    assertThat(register(OPEN, newEmail(), captcha, "").code()).isEqualTo("captcha-invalid");
  }

  @Test
  void a_changed_challenge_is_not_ours() {
    JsonNode challenge = OPEN.browser().get("/api/auth/captcha").json();
    String solved =
        new String(
            Base64.getDecoder().decode(CaptchaSolver.solve(challenge)), StandardCharsets.UTF_8);
    String salt = challenge.path("salt").asString();
    for (String forged :
        new String[] {
          solved.replace("\"number\":", "\"number\":1"),
          solved.replace(salt, salt.replace("expires=", "expires=9")),
          solved.replace(challenge.path("signature").asString(), "00"),
          // the digits of the number, moved into the expiry, would hash to the same
          solved.replace(salt, salt.substring(0, salt.length() - 1))
        }) {
      String captcha = CaptchaSolver.encoded(forged);
      assertThat(register(OPEN, newEmail(), captcha, "").code()).isEqualTo("captcha-invalid");
    }
    assertThat(register(OPEN, newEmail(), CaptchaSolver.encoded(solved), "").status())
        .isEqualTo(201);
  }

  @Test
  void by_invitation_only_the_first_member_comes_without_and_is_admin() {
    JsonNode before = INVITED.browser().get("/api/auth/registration").json();
    assertThat(before.path("mode").asString()).isEqualTo("INVITATION");
    assertThat(before.path("captcha").asBoolean()).isTrue();
    seeThatSomebodyIsRegistered();
    assertThat(register(INVITED, newEmail(), solution(INVITED), "").code())
        .isEqualTo("registration-closed");
  }

  private static void seeThatSomebodyIsRegistered() {
    JsonNode state = INVITED.browser().get("/api/auth/registration").json();
    if (state.path("firstMember").asBoolean()) {
      Answer first = register(INVITED, newEmail(), solution(INVITED), "");
      assertThat(first.json().path("role").asString()).isEqualTo("admin");
    }
  }

  @Test
  void an_invitation_gives_its_role_once_to_its_address_until_it_expires() {
    seeThatSomebodyIsRegistered();
    String invited = newEmail();
    String token = invite(invited, Duration.ofHours(1));

    assertThat(registerWith(token, newEmail()).code()).isEqualTo("invitation-invalid");
    assertThat(registerWith("unknown", invited).code()).isEqualTo("invitation-invalid");
    Answer answer = registerWith(token, invited);
    assertThat(answer.json().path("role").asString()).as(answer.toString()).isEqualTo("viewer");
    assertThat(registerWith(token, invited).code()).isEqualTo("invitation-invalid");

    String late = invite(invited, Duration.ZERO);
    assertThat(registerWith(late, invited).code()).isEqualTo("invitation-invalid");
  }

  private static Answer registerWith(String token, String email) {
    return register(INVITED, email, solution(INVITED), ",\"invitation\":\"" + token + "\"");
  }

  private static String invite(String email, Duration life) {
    InvitationToken token = InvitationToken.random(new SecureRandom());
    INVITED
        .database()
        .sql()
        .sql(
            """
            insert into invitations (id, token_hash, email, role, created_at, expires_at)
            values (:id, :hash, :email, 'viewer', :now, :expires)
            """)
        .param("id", UUID.randomUUID())
        .param("hash", token.hash())
        .param("email", email)
        .param("now", Timestamp.from(EdgeUnderTest.now()))
        .param("expires", Timestamp.from(EdgeUnderTest.now().plus(life)))
        .update();
    return token.text().reveal();
  }
}
