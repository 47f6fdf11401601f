package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.gateway.Admin.Someone;
import xyz.contentfactory.gateway.Browser.Answer;
import xyz.contentfactory.user.mail.Mail;
import xyz.contentfactory.user.mail.Outbox;
import xyz.contentfactory.user.mail.Postman;

/// Inviting people, and what becomes of an invitation.
class InvitationsTest {
  private static final String INVITATIONS = "/api/v1/invitations";
  private static final EdgeUnderTest EDGE =
      EdgeUnderTest.start(
          "--service-kit.public-url=https://factory.example.org",
          "--user-service.registration=invitation",
          Admin.WITHOUT_LIMITS[0],
          Admin.WITHOUT_LIMITS[1]);
  private static final Admin ADMIN = Admin.of(EDGE);

  @AfterAll
  static void stop() {
    EDGE.close();
  }

  private static Answer invite(Browser admin, String json) {
    return admin.post(INVITATIONS, json);
  }

  private static String tokenIn(String text) {
    String before = "https://factory.example.org/register#invitation=";
    int at = text.indexOf(before);
    assertThat(at).as(text).isNotNegative();
    return text.substring(at + before.length(), at + before.length() + 43);
  }

  private static List<Mail> mailsTo(String email) {
    EDGE.bean(Postman.class).round();
    return EDGE.bean(Outbox.class).kept(500).stream()
        .filter(mail -> mail.to().equals(email))
        .toList();
  }

  private static Answer register(String email, String token) {
    return EDGE.browser()
        .post(
            "/api/auth/register",
            "{\"email\":\"%s\",\"password\":\"%s\",\"invitation\":\"%s\"}"
                .formatted(email, Admin.PASSWORD, token));
  }

  private static JsonNode listed(Browser admin, String id) {
    for (JsonNode item : admin.get(INVITATIONS).json().path("items")) {
      if (item.path("id").asString().equals(id)) {
        return item;
      }
    }
    return admin.get(INVITATIONS).json().path("none");
  }

  @Test
  void a_link_is_shown_once_and_makes_whoever_has_it_a_member_with_its_role() {
    Browser admin = ADMIN.signedIn();
    Answer made = invite(admin, "{\"role\":\"viewer\",\"days\":2}");
    String id = made.json().path("invitation").path("id").asString();
    String token = tokenIn(made.json().path("link").asString());

    assertThat(made.status()).isEqualTo(201);
    JsonNode listed = listed(admin, id);
    assertThat(listed.path("role").asString()).isEqualTo("viewer");
    assertThat(listed.path("invitedBy").asString()).isEqualTo("the-admin");
    assertThat(Instant.parse(listed.path("expiresAt").asString()))
        .isEqualTo(EdgeUnderTest.now().plus(Duration.ofDays(2)));
    assertThat(admin.get(INVITATIONS).body()).doesNotContain(token).doesNotContain("link");
    Answer member = register("by-link@example.com", token);
    assertThat(member.json().path("role").asString()).isEqualTo("viewer");
    assertThat(member.json().path("emailConfirmed").asBoolean(true)).isFalse();
    assertThat(listed(admin, id).isMissingNode()).isTrue();
    assertThat(register("again@example.com", token).code()).isEqualTo("invitation-invalid");
  }

  @Test
  void a_link_for_an_address_goes_there_in_its_language_and_confirms_it() {
    Browser admin = ADMIN.signedIn();
    Answer made =
        invite(admin, "{\"email\":\"Olga@Example.com \",\"role\":\"user\",\"language\":\"ru\"}");
    assertThat(made.json().has("link")).isFalse();
    Mail mail = mailsTo("olga@example.com").getFirst();

    assertThat(mail.subject()).isEqualTo("Вас приглашают в Content Factory");
    assertThat(mail.text()).contains("the-admin", "7");
    String token = tokenIn(mail.text());
    assertThat(register("other@example.com", token).code()).isEqualTo("invitation-invalid");
    Answer member = register("olga@example.com", token);
    assertThat(member.json().path("emailConfirmed").asBoolean()).as(member.toString()).isTrue();
  }

  @Test
  void a_mail_sent_again_has_a_new_link_and_the_old_one_is_worth_nothing() {
    Browser admin = ADMIN.signedIn();
    String id =
        invite(admin, "{\"email\":\"slow@example.com\",\"role\":\"user\",\"days\":1}")
            .json()
            .path("invitation")
            .path("id")
            .asString();
    String again = INVITATIONS + "/" + id + "/resend";
    Answer hasty = admin.send("POST", again, null);
    assertThat(hasty.code()).isEqualTo("too-many-requests");
    assertThat(hasty.header("retry-after")).isEqualTo("60");
    EdgeUnderTest.advance(Duration.ofDays(2));

    Answer sent = ADMIN.signedIn().send("POST", again, null);
    assertThat(Instant.parse(sent.json().path("expiresAt").asString()))
        .isEqualTo(EdgeUnderTest.now().plus(Duration.ofDays(1)));
    List<Mail> mails = mailsTo("slow@example.com");
    assertThat(mails).hasSize(2);
    String renewed = tokenIn(mails.getFirst().text());
    String old = tokenIn(mails.getLast().text());
    assertThat(register("slow@example.com", old).code()).isEqualTo("invitation-invalid");
    assertThat(register("slow@example.com", renewed).status()).isEqualTo(201);
    assertThat(ADMIN.signedIn().send("POST", again, null).code()).isEqualTo("invitation-not-found");
  }

  @Test
  void a_withdrawn_or_expired_invitation_opens_nothing() {
    Browser admin = ADMIN.signedIn();
    Answer withdrawn = invite(admin, "{\"role\":\"user\"}");
    String path = INVITATIONS + "/" + withdrawn.json().path("invitation").path("id").asString();
    assertThat(admin.send("POST", path + "/resend", null).code()).isEqualTo("conflict");
    assertThat(admin.send("DELETE", path, null).status()).isEqualTo(204);
    assertThat(admin.send("DELETE", path, null).code()).isEqualTo("invitation-not-found");
    Answer late = invite(admin, "{\"role\":\"user\",\"days\":1}");
    EdgeUnderTest.advance(Duration.ofDays(1));

    for (Answer made : List.of(withdrawn, late)) {
      String token = tokenIn(made.json().path("link").asString());
      assertThat(register("nobody@example.com", token).code()).isEqualTo("invitation-invalid");
    }
  }

  @Test
  void an_admin_who_is_blocked_or_deleted_leaves_no_way_in() {
    Someone other = invitedAdmin();
    Browser theirs = other.signedIn(EDGE);
    String token = tokenIn(invite(theirs, "{\"role\":\"admin\"}").json().path("link").asString());
    Browser admin = ADMIN.signedIn();
    admin.send("POST", other.path() + "/block", null);
    assertThat(register("back@example.com", token).code()).isEqualTo("invitation-invalid");

    admin.send("POST", other.path() + "/unblock", null);
    admin.send("DELETE", other.path() + "?accounts=disconnect", null);
    assertThat(register("back@example.com", token).code()).isEqualTo("invitation-invalid");
  }

  private static Someone invitedAdmin() {
    Answer made = invite(ADMIN.signedIn(), "{\"role\":\"admin\"}");
    Answer member = register("second@example.com", tokenIn(made.json().path("link").asString()));
    assertThat(member.json().path("role").asString()).isEqualTo("admin");
    return new Someone(UUID.fromString(member.json().path("id").asString()), "second@example.com");
  }

  @Test
  void an_invitation_is_for_a_new_person_with_a_role_and_some_days() {
    Browser admin = ADMIN.signedIn();
    for (String wrong :
        List.of(
            "{}",
            "{\"role\":\"boss\"}",
            "{\"role\":\"user\",\"email\":\"not an address\"}",
            "{\"role\":\"user\",\"days\":0}",
            "{\"role\":\"user\",\"days\":31}")) {
      assertThat(invite(admin, wrong).code()).as(wrong).isEqualTo("invalid-input");
    }
    assertThat(invite(admin, "{\"role\":\"user\",\"email\":\"the-admin@example.com\"}").code())
        .isEqualTo("email-taken");
    assertThat(admin.send("DELETE", INVITATIONS + "/" + UUID.randomUUID(), null).code())
        .isEqualTo("invitation-not-found");
  }

  @Test
  void only_an_admin_who_has_just_proved_it_invites() {
    Browser admin = ADMIN.signedIn();
    String token = tokenIn(invite(admin, "{\"role\":\"user\"}").json().path("link").asString());
    String id = register("plain@example.com", token).json().path("id").asString();
    Browser user = new Someone(UUID.fromString(id), "plain@example.com").signedIn(EDGE);
    for (Answer answer :
        List.of(
            user.get(INVITATIONS),
            invite(user, "{\"role\":\"admin\"}"),
            user.send("POST", INVITATIONS + "/" + id + "/resend", null),
            user.send("DELETE", INVITATIONS + "/" + id, null))) {
      assertThat(answer.code()).isEqualTo("not-allowed");
    }
    EdgeUnderTest.advance(Duration.ofMinutes(11));
    admin.send("POST", "/api/auth/refresh", null);
    assertThat(invite(admin, "{\"role\":\"user\"}").code()).isEqualTo("reauthentication-needed");
  }

  @Test
  void where_nobody_may_register_nobody_is_invited() {
    try (EdgeUnderTest closed =
        EdgeUnderTest.start("--user-service.registration=closed", Admin.WITHOUT_LIMITS[0])) {
      assertThat(invite(Admin.of(closed).signedIn(), "{\"role\":\"user\"}").code())
          .isEqualTo("registration-closed");
    }
  }

  @Test
  void every_act_leaves_its_trace() {
    Browser admin = ADMIN.signedIn();
    String id =
        invite(admin, "{\"email\":\"traced@example.com\",\"role\":\"user\"}")
            .json()
            .path("invitation")
            .path("id")
            .asString();
    EdgeUnderTest.advance(Duration.ofMinutes(2));
    admin.send("POST", INVITATIONS + "/" + id + "/resend", null);
    admin.send("DELETE", INVITATIONS + "/" + id, null);

    assertThat(
            EDGE.database()
                .sql()
                .sql(
                    """
                    select action || ' ' || (details ->> 'email') from audit_trail
                     where details ->> 'invitation' = :id order by action
                    """)
                .param("id", id)
                .query((row, index) -> row.getString(1))
                .list())
        .containsExactly(
            "invitation.create t…@example.com",
            "invitation.resend t…@example.com",
            "invitation.withdraw t…@example.com");
  }
}
