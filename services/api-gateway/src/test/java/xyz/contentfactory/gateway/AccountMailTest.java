package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xyz.contentfactory.gateway.Browser.Answer;
import xyz.contentfactory.kit.notice.Notice;
import xyz.contentfactory.user.mail.Mail;
import xyz.contentfactory.user.mail.Outbox;
import xyz.contentfactory.user.mail.Postman;

/// What goes by mail: confirming an address, a forgotten password, another address.
class AccountMailTest {
  private static final EdgeUnderTest EDGE =
      EdgeUnderTest.start(
          "--service-kit.public-url=https://factory.example.org",
          "--api-gateway.limits.register-per-address=1000/1m",
          "--api-gateway.limits.mail-per-address=1000/1m",
          "--api-gateway.limits.proof-per-address=1000/1m",
          "--api-gateway.limits.login-per-address=1000/1m");
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static final Pattern LINK =
      Pattern.compile("https://factory\\.example\\.org(/[a-z-]+)#token=([A-Za-z0-9_-]{43})");
  private static final UUID ACCOUNT = UUID.fromString("6f1c2c1e-8f34-4d7e-9f5e-2f1c2c1e8f34");
  private static final String PASSWORD = "a lantern in the harbour";
  private static final String OTHER = "two lanterns in the harbour";

  @AfterAll
  static void stop() {
    EDGE.close();
  }

  private static String json(String... pairs) {
    StringBuilder json = new StringBuilder("{");
    for (int i = 0; i < pairs.length; i += 2) {
      json.append(i == 0 ? "" : ",");
      json.append('"').append(pairs[i]).append("\":\"").append(pairs[i + 1]).append('"');
    }
    return json.append('}').toString();
  }

  private static String newMember() {
    EdgeUnderTest.advance(Duration.ofSeconds(1));
    String email = "mail" + NAMES.incrementAndGet() + "@example.com";
    Answer answer =
        EDGE.browser()
            .post(
                "/api/auth/register", json("email", email, "password", PASSWORD, "language", "ru"));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    return email;
  }

  private static Answer login(String email, String password) {
    return EDGE.browser().post("/api/auth/login", json("email", email, "password", password));
  }

  private static Browser bearer(String email) {
    String token = login(email, PASSWORD).json().path("access_token").asString();
    return EDGE.browser().with("Authorization", "Bearer " + token);
  }

  private static List<Mail> mailsTo(String email) {
    EDGE.bean(Postman.class).round();
    return EDGE.bean(Outbox.class).kept(500).stream()
        .filter(mail -> mail.to().equals(email))
        .toList();
  }

  private static String token(Mail mail, String page) {
    Matcher link = LINK.matcher(mail.text());
    assertThat(link.find()).as(mail.text()).isTrue();
    assertThat(link.group(1)).isEqualTo(page);
    assertThat(mail.html()).contains(link.group());
    return link.group(2);
  }

  private static Answer follow(String token) {
    return EDGE.browser().post("/api/auth/email/confirm", json("token", token));
  }

  @Test
  void who_has_not_confirmed_may_sign_in_and_connects_nothing_until_the_link_was_followed() {
    String email = newMember();
    Mail mail = mailsTo(email).getFirst();
    assertThat(mail.subject()).isEqualTo("Подтвердите почту");
    assertThat(bearer(email).get("/api/auth/me").json().path("emailConfirmed").asBoolean())
        .isFalse();
    assertThat(bearer(email).post("/api/v1/telegram/connect", "{}").code())
        .isEqualTo("email-not-confirmed");

    String token = token(mail, "/confirm-email");
    assertThat(follow(token).json().path("state").asString()).isEqualTo("CONFIRMED");
    assertThat(bearer(email).post("/api/v1/telegram/connect", "{}").status()).isEqualTo(200);
    assertThat(follow(token).code()).isEqualTo("link-invalid");
  }

  @Test
  void a_confirmation_link_works_for_a_day() {
    String email = newMember();
    String token = token(mailsTo(email).getFirst(), "/confirm-email");
    EdgeUnderTest.advance(Duration.ofHours(24));

    assertThat(follow(token).code()).isEqualTo("link-invalid");
    assertThat(follow("A".repeat(43)).code()).isEqualTo("link-invalid");
    assertThat(follow("").code()).isEqualTo("invalid-input");
  }

  @Test
  void another_confirmation_mail_comes_once_a_minute_and_five_times_an_hour() {
    String email = newMember();
    Browser member = bearer(email);
    Answer soon = member.post("/api/auth/email/resend", "{}");
    assertThat(soon.code()).isEqualTo("too-many-requests");
    assertThat(soon.header("Retry-After")).isEqualTo("60");
    for (int i = 0; i < 4; i++) {
      EdgeUnderTest.advance(Duration.ofSeconds(61));
      assertThat(member.post("/api/auth/email/resend", "{}").status()).isEqualTo(204);
    }
    EdgeUnderTest.advance(Duration.ofSeconds(61));
    Answer sixth = member.post("/api/auth/email/resend", "{}");

    assertThat(sixth.status()).isEqualTo(429);
    assertThat(Integer.parseInt(sixth.header("Retry-After"))).isGreaterThan(3000);
    assertThat(mailsTo(email)).hasSize(5);
    follow(token(mailsTo(email).getLast(), "/confirm-email"));
    EdgeUnderTest.advance(Duration.ofHours(1));
    assertThat(bearer(email).post("/api/auth/email/resend", "{}").status()).isEqualTo(204);
    assertThat(mailsTo(email)).hasSize(5);
  }

  private static Answer forgot(String email) {
    EdgeUnderTest.advance(Duration.ofSeconds(1));
    return EDGE.browser().post("/api/auth/password/forgot", json("email", email));
  }

  @Test
  void a_forgotten_password_is_replaced_once_by_the_mailed_link_and_all_sessions_end() {
    String email = newMember();
    Browser session = bearer(email);
    assertThat(forgot(email).status()).isEqualTo(204);
    String token = token(mailsTo(email).getFirst(), "/reset-password");

    assertThat(reset(token, "passwordpassword").json().at("/errors/0/code").asString())
        .isEqualTo("common");
    assertThat(reset(token, OTHER).status()).isEqualTo(204);
    assertThat(session.get("/api/auth/me").code()).isEqualTo("sign-in-needed");
    assertThat(login(email, PASSWORD).code()).isEqualTo("wrong-credentials");
    assertThat(login(email, OTHER).status()).isEqualTo(200);
    assertThat(reset(token, PASSWORD).code()).isEqualTo("link-invalid");
    assertThat(mailsTo(email)).extracting(Mail::subject).contains("Your password was changed");
  }

  private static Answer reset(String token, String password) {
    return EDGE.browser()
        .post("/api/auth/password/reset", json("token", token, "password", password));
  }

  @Test
  void a_reset_link_works_for_an_hour() {
    String email = newMember();
    forgot(email);
    String token = token(mailsTo(email).getFirst(), "/reset-password");
    EdgeUnderTest.advance(Duration.ofHours(1));

    assertThat(reset(token, OTHER).code()).isEqualTo("link-invalid");
  }

  @Test
  void asking_for_a_new_password_tells_nothing_and_mails_nobody_twice_a_minute() {
    String email = newMember();
    Answer known = forgot(email);
    Answer unknown = forgot("nobody@example.com");
    mailsTo(email);
    forgot(email);

    assertThat(known.status()).isEqualTo(204);
    assertThat(unknown.status()).isEqualTo(known.status());
    assertThat(unknown.body()).isEqualTo(known.body());
    assertThat(mailsTo(email)).hasSize(2); // the confirmation, and one link
    assertThat(mailsTo("nobody@example.com")).isEmpty();
  }

  @Test
  void a_changed_password_ends_the_other_sessions_and_asks_for_the_old_one() {
    String email = newMember();
    Browser here = bearer(email);
    Browser elsewhere = bearer(email);
    Answer wrong =
        here.post(
            "/api/auth/password/change", json("currentPassword", "not it", "newPassword", OTHER));
    assertThat(wrong.code()).isEqualTo("current-password-wrong");
    Answer right =
        here.post(
            "/api/auth/password/change", json("currentPassword", PASSWORD, "newPassword", OTHER));

    assertThat(right.status()).as(right.toString()).isEqualTo(204);
    assertThat(here.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(elsewhere.get("/api/auth/me").status()).isEqualTo(401);
    assertThat(login(email, OTHER).status()).isEqualTo(200);
  }

  private static Answer change(Browser member, String email) {
    EdgeUnderTest.advance(Duration.ofSeconds(1));
    return member.post("/api/auth/email/change", json("email", email, "currentPassword", PASSWORD));
  }

  @Test
  void another_address_counts_when_both_have_agreed() {
    String old = newMember();
    follow(token(mailsTo(old).getFirst(), "/confirm-email"));
    Browser member = bearer(old);
    String wanted = "new-" + old;
    assertThat(change(member, wanted).status()).isEqualTo(204);
    assertThat(member.get("/api/auth/me").json().path("pendingEmail").asString()).isEqualTo(wanted);

    Answer first = follow(token(mailsTo(wanted).getFirst(), "/confirm-email"));
    assertThat(first.json().path("state").asString()).isEqualTo("OTHER_ADDRESS_NEEDED");
    assertThat(member.get("/api/auth/me").json().path("email").asString()).isEqualTo(old);
    Answer second = follow(token(mailsTo(old).getFirst(), "/confirm-email"));
    assertThat(second.json().path("state").asString()).isEqualTo("CONFIRMED");
    assertThat(member.get("/api/auth/me").json().path("email").asString()).isEqualTo(wanted);
    assertThat(login(wanted, PASSWORD).status()).isEqualTo(200);
    assertThat(login(old, PASSWORD).status()).isEqualTo(401);
  }

  @Test
  void that_an_address_is_taken_is_told_to_the_address_and_not_to_who_asks() {
    String taken = newMember();
    Browser member = bearer(newMember());
    Answer answer = change(member, taken);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(mailsTo(taken).getFirst().subject()).isEqualTo("This e-mail has an account already");
    assertThat(LINK.matcher(mailsTo(taken).getFirst().text()).find()).isFalse();
  }

  @Test
  void common_and_patterned_passwords_are_refused() {
    for (String[] one :
        new String[][] {
          {"passwordpassword", "common"},
          {"123password2024!", "common"},
          {"qwertyuiopasd", "weak"},
          {"123456789012", "weak"},
          {"234567890123", "weak"},
          {"abcabcabcabc", "weak"},
          {"aaaaaaaaaaaaaaaa", "weak"},
          {"someone@example.com", "weak"}
        }) {
      Answer answer =
          EDGE.browser()
              .post("/api/auth/register", json("email", "someone@example.com", "password", one[0]));
      assertThat(answer.json().at("/errors/0/code").asString()).as(one[0]).isEqualTo(one[1]);
    }
  }

  @Test
  void no_link_and_no_address_of_a_mail_lies_in_the_database_in_plain() {
    String email = newMember();
    String token = token(mailsTo(email).getFirst(), "/confirm-email");
    String rows =
        String.join(
            "\n",
            EDGE.database()
                .sql()
                .sql(
                    """
                    select encode(letter_sealed, 'escape') || m::text from mails m
                    union all select l::text from links l
                    """)
                .query(String.class)
                .list());

    assertThat(rows).doesNotContain(token).doesNotContain("Подтвердите");
  }

  private static String confirmedMember() {
    String email = newMember();
    follow(token(mailsTo(email).getFirst(), "/confirm-email"));
    return email;
  }

  private static void happens(String email, String kind, @Nullable Instant until) {
    UUID member = UUID.fromString(bearer(email).get("/api/auth/me").json().path("id").asString());
    EDGE.bean(WaitingNotices.class)
        .add(new Notice(UUID.randomUUID(), member, kind, ACCOUNT, "Anna\r\nBcc: all", 3, until));
  }

  private static List<Mail> accountMailsTo(String email) {
    return mailsTo(email).stream()
        .filter(mail -> mail.text().contains("https://factory.example.org/accounts/" + ACCOUNT))
        .toList();
  }

  @Test
  void an_account_that_has_ended_is_written_about_in_the_members_language_with_its_page() {
    String email = confirmedMember();
    bearer(email).send("PATCH", "/api/auth/me", json("language", "ru"));
    happens(email, "LOGIN_OVER", null);
    Mail mail = accountMailsTo(email).getFirst();

    assertThat(mail.subject()).isEqualTo("Аккаунт Anna  Bcc: all: нужен новый вход");
    assertThat(mail.text()).contains("запланированных постов ждёт: 3");
    assertThat(mail.html()).contains("https://factory.example.org/accounts/" + ACCOUNT);
    assertThat(EDGE.bean(WaitingNotices.class).waiting()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LOGIN_UNREADABLE, Account Anna  Bcc: all needs a new login",
    "ACCOUNT_GONE, Telegram has closed the account Anna  Bcc: all",
    "POSTS_LATE, Account Anna  Bcc: all: posts will be late"
  })
  void each_kind_has_its_words(String kind, String subject) {
    String email = confirmedMember();
    happens(email, kind, kind.equals("POSTS_LATE") ? Instant.parse("2030-02-03T04:05:06Z") : null);
    Mail mail = accountMailsTo(email).getFirst();

    assertThat(mail.subject()).isEqualTo(subject);
    assertThat(mail.text()).doesNotContain("{");
    if (kind.equals("POSTS_LATE")) {
      assertThat(mail.text()).contains("Feb 3, 2030").contains("4:05:06");
    }
  }

  @Test
  void killed_between_the_mail_and_its_note_it_is_still_one_mail() {
    String email = confirmedMember();
    EDGE.bean(WaitingNotices.class).die(true);
    happens(email, "LOGIN_OVER", null);

    assertThat(accountMailsTo(email)).hasSize(1);
    assertThat(EDGE.bean(WaitingNotices.class).waiting()).hasSize(1);
    EDGE.bean(WaitingNotices.class).die(false);
    assertThat(accountMailsTo(email)).hasSize(1);
    assertThat(EDGE.bean(WaitingNotices.class).waiting()).isEmpty();
  }

  @Test
  void who_does_not_want_it_or_may_not_sign_in_or_has_another_s_address_gets_none() {
    String unwilling = confirmedMember();
    String unconfirmed = newMember();
    Answer off = bearer(unwilling).send("PATCH", "/api/auth/me", "{\"accountMails\":false}");
    assertThat(off.json().path("accountMails").asBoolean(true)).isFalse();
    happens(unwilling, "LOGIN_OVER", null);
    happens(unconfirmed, "LOGIN_OVER", null);

    assertThat(accountMailsTo(unwilling)).isEmpty();
    assertThat(accountMailsTo(unconfirmed)).isEmpty();
    assertThat(EDGE.bean(WaitingNotices.class).waiting()).isEmpty();
    bearer(unwilling).send("PATCH", "/api/auth/me", "{\"accountMails\":true}");
    happens(unwilling, "LOGIN_OVER", null);
    assertThat(accountMailsTo(unwilling)).hasSize(1);
  }

  @Test
  void wrong_current_passwords_are_slowed_down_and_locked_without_locking_the_sign_in() {
    String email = newMember();
    Browser member = bearer(email);
    String wrong = json("currentPassword", "a wrong guess of mine", "newPassword", OTHER);
    String elsewhere = json("currentPassword", "a wrong guess of mine", "email", "else" + email);
    for (int i = 0; i < 5; i++) {
      assertThat(
              i % 2 == 0
                  ? member.post("/api/auth/password/change", wrong).code()
                  : member.post("/api/auth/email/change", elsewhere).code())
          .isEqualTo("current-password-wrong");
    }
    String right = json("currentPassword", PASSWORD, "newPassword", OTHER);
    Answer slowed = member.post("/api/auth/password/change", right);
    assertThat(slowed.code()).isEqualTo("too-many-requests");
    assertThat(slowed.header("Retry-After")).isEqualTo("5");
    for (int i = 0; i < 5; i++) {
      EdgeUnderTest.advance(Duration.ofMinutes(3));
      assertThat(bearer(email).post("/api/auth/password/change", wrong).code())
          .isEqualTo("current-password-wrong");
    }
    Answer locked = bearer(email).post("/api/auth/email/change", elsewhere);
    assertThat(locked.code()).isEqualTo("account-locked");
    assertThat(locked.header("Retry-After")).isEqualTo("900");
    assertThat(login(email, PASSWORD).status()).isEqualTo(200);

    EdgeUnderTest.advance(Duration.ofMinutes(15));
    assertThat(bearer(email).post("/api/auth/password/change", right).status()).isEqualTo(204);
  }
}
