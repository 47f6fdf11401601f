package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.gateway.Admin.Someone;
import xyz.contentfactory.gateway.Browser.Answer;
import xyz.contentfactory.kit.identity.Departure;
import xyz.contentfactory.kit.identity.Departures;

/// What an admin sees of people and does about them, and who may not.
class PeopleTest {
  private static final EdgeUnderTest EDGE = EdgeUnderTest.start(Admin.WITHOUT_LIMITS);
  private static final Admin ADMIN = Admin.of(EDGE);

  @AfterAll
  static void stop() {
    EDGE.close();
  }

  private static Answer change(Browser browser, Someone person, String role) {
    return browser.send("PATCH", person.path(), "{\"role\":\"" + role + "\"}");
  }

  private static Answer act(Browser browser, Someone person, String act) {
    return browser.send("POST", person.path() + "/" + act, null);
  }

  private static Answer delete(Browser browser, Someone person, String how) {
    return browser.send("DELETE", person.path() + "?" + how, null);
  }

  private static List<String> traces(UUID of) {
    return EDGE.database()
        .sql()
        .sql(
            """
            select action || ' ' || outcome from audit_trail
             where details ->> 'member' = :member order by at, action
            """)
        .param("member", of.toString())
        .query((row, index) -> row.getString(1))
        .list();
  }

  @Test
  void a_person_is_shown_with_role_state_and_where_they_are_signed_in() {
    Someone person = ADMIN.somebody("shown");
    person.signedIn(EDGE);
    JsonNode shown = ADMIN.signedIn().get(person.path()).json();

    assertThat(shown.path("username").asString()).isEqualTo("shown");
    assertThat(shown.path("email").asString()).isEqualTo("shown@example.com");
    assertThat(shown.path("role").asString()).isEqualTo("user");
    assertThat(shown.path("blocked").asBoolean(true)).isFalse();
    assertThat(shown.path("emailConfirmed").asBoolean(true)).isFalse();
    assertThat(shown.path("secondFactor").asBoolean(true)).isFalse();
    assertThat(shown.path("sessions").asInt()).isEqualTo(1);
    assertThat(shown.path("lastSeenAt").asString()).isEqualTo(EdgeUnderTest.now().toString());
    assertThat(shown.has("blockedAt")).isFalse();
  }

  @Test
  void people_are_found_by_name_mail_role_and_state_and_come_in_pages() {
    Someone viewer = ADMIN.somebody("page-c");
    ADMIN.somebody("page-a");
    ADMIN.somebody("page-b");
    Browser admin = ADMIN.signedIn();
    change(admin, viewer, "viewer");
    act(admin, viewer, "block");

    assertThat(names(admin.get("/api/v1/people?search=PAGE-")))
        .containsExactly("page-a", "page-b", "page-c");
    assertThat(names(admin.get("/api/v1/people?search=page-b@exam"))).containsExactly("page-b");
    assertThat(names(admin.get("/api/v1/people?search=page&role=viewer")))
        .containsExactly("page-c");
    assertThat(names(admin.get("/api/v1/people?search=page&state=active")))
        .containsExactly("page-a", "page-b");
    assertThat(names(admin.get("/api/v1/people?search=page&state=blocked")))
        .containsExactly("page-c");
    assertThat(names(admin.get("/api/v1/people?search=%25"))).isEmpty();

    Answer first = admin.get("/api/v1/people?search=page-&limit=2");
    assertThat(names(first)).containsExactly("page-a", "page-b");
    Answer second =
        admin.get(
            "/api/v1/people?search=page-&limit=2&cursor="
                + first.json().path("nextCursor").asString());
    assertThat(names(second)).containsExactly("page-c");
    assertThat(second.json().has("nextCursor")).isFalse();
  }

  private static List<String> names(Answer answer) {
    List<String> names = new ArrayList<>();
    answer.json().path("items").forEach(item -> names.add(item.path("username").asString()));
    return names;
  }

  @Test
  void a_list_is_not_made_of_nonsense() {
    Browser admin = ADMIN.signedIn();
    for (String wrong :
        List.of(
            "role=boss",
            "state=gone",
            "limit=0",
            "limit=201",
            "limit=x",
            "cursor=%21",
            "cursor=AAAA",
            "search=%00",
            "search=" + "a".repeat(255))) {
      assertThat(admin.get("/api/v1/people?" + wrong).code()).as(wrong).isEqualTo("invalid-input");
    }
    assertThat(admin.get("/api/v1/people/nobody").code()).isEqualTo("invalid-input");
    assertThat(admin.get("/api/v1/people/" + UUID.randomUUID()).code())
        .isEqualTo("person-not-found");
  }

  @Test
  void only_an_admin_sees_or_changes_people() {
    Someone person = ADMIN.somebody("curious");
    Browser user = person.signedIn(EDGE);
    for (Answer answer :
        List.of(
            user.get("/api/v1/people"),
            user.get(person.path()),
            change(user, person, "admin"),
            act(user, person, "block"),
            act(user, person, "unblock"),
            delete(user, person, "accounts=disconnect"))) {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("not-allowed");
    }
    assertThat(EDGE.browser().get("/api/v1/people").code()).isEqualTo("sign-in-needed");
  }

  @Test
  void another_role_takes_effect_at_once_and_the_session_goes_on_with_it() {
    Someone person = ADMIN.somebody("climber");
    Browser session = person.signedIn(EDGE);
    Browser admin = ADMIN.signedIn();

    assertThat(change(admin, person, "viewer").json().path("role").asString()).isEqualTo("viewer");
    assertThat(session.get("/api/v1/probe").status()).isEqualTo(401);
    assertThat(session.send("POST", "/api/auth/refresh", null).status()).isEqualTo(200);
    assertThat(session.get("/api/v1/probe").body()).isEqualTo("viewer");
    assertThat(session.post("/api/v1/probe", "{\"text\":\"a\",\"number\":1}").code())
        .isEqualTo("not-allowed");

    assertThat(change(admin, person, "admin").status()).isEqualTo(200);
    session.send("POST", "/api/auth/refresh", null);
    assertThat(session.get("/api/v1/people").status()).isEqualTo(200);
    assertThat(change(admin, person, "user").status()).isEqualTo(200);
    assertThat(change(admin, person, "user").status()).isEqualTo(200);
    assertThat(traces(person.id()))
        .containsExactly("member.role OK", "member.role OK", "member.role OK");
  }

  @Test
  void a_role_is_one_of_three_of_a_person_who_is_there() {
    Browser admin = ADMIN.signedIn();
    Someone nobody = new Someone(UUID.randomUUID(), "");

    assertThat(change(admin, nobody, "viewer").code()).isEqualTo("person-not-found");
    assertThat(change(admin, nobody, "boss").code()).isEqualTo("invalid-input");
    assertThat(admin.send("PATCH", nobody.path(), "{}").code()).isEqualTo("invalid-input");
    assertThat(act(admin, nobody, "block").code()).isEqualTo("person-not-found");
    assertThat(act(admin, nobody, "unblock").code()).isEqualTo("person-not-found");
    assertThat(delete(admin, nobody, "accounts=disconnect").code()).isEqualTo("person-not-found");
  }

  @Test
  void the_last_admin_stays_one_and_nobody_blocks_or_deletes_themselves() {
    Someone self = ADMIN.self();
    Browser admin = ADMIN.signedIn();

    assertThat(change(admin, self, "user").code()).isEqualTo("last-admin");
    assertThat(act(admin, self, "block").code()).isEqualTo("not-oneself");
    assertThat(delete(admin, self, "accounts=disconnect").code()).isEqualTo("not-oneself");

    Someone second = ADMIN.somebody("second-admin");
    change(admin, second, "admin");
    act(admin, second, "block");
    assertThat(change(admin, self, "user").code())
        .as("blocked ones do not count")
        .isEqualTo("last-admin");
    act(admin, second, "unblock");
    assertThat(change(admin, self, "viewer").status()).isEqualTo(200);

    assertThat(change(second.signedIn(EDGE), self, "admin").status()).isEqualTo(200);
    assertThat(change(ADMIN.signedIn(), second, "user").status()).isEqualTo(200);
  }

  @Test
  void who_is_no_admin_any_more_does_nothing_with_a_token_of_before() {
    Someone former = ADMIN.somebody("former");
    Browser admin = ADMIN.signedIn();
    change(admin, former, "admin");
    Browser session = former.signedIn(EDGE);
    // as if the word of it had not come to this node yet
    EDGE.database()
        .sql()
        .sql("update members set role = 'user' where id = :id")
        .param("id", former.id())
        .update();

    assertThat(act(session, ADMIN.self(), "block").code()).isEqualTo("not-allowed");
    assertThat(change(session, former, "admin").code()).isEqualTo("not-allowed");
  }

  @Test
  void giving_a_role_and_deleting_need_a_fresh_proof_and_blocking_does_not() {
    Someone person = ADMIN.somebody("proven");
    Browser admin = ADMIN.signedIn();
    EdgeUnderTest.advance(Duration.ofMinutes(11));
    admin.send("POST", "/api/auth/refresh", null);

    assertThat(change(admin, person, "admin").code()).isEqualTo("reauthentication-needed");
    assertThat(delete(admin, person, "accounts=disconnect").code())
        .isEqualTo("reauthentication-needed");
    assertThat(act(admin, person, "block").status()).isEqualTo(200);
    assertThat(act(admin, person, "unblock").status()).isEqualTo(200);

    admin.post("/api/auth/reauthenticate", "{\"currentPassword\":\"" + Admin.PASSWORD + "\"}");
    assertThat(change(admin, person, "viewer").status()).isEqualTo(200);
  }

  @Test
  void a_blocked_person_hears_of_it_only_with_the_right_password() {
    Someone person = ADMIN.somebody("barred");
    Browser session = person.signedIn(EDGE);
    Browser admin = ADMIN.signedIn();
    JsonNode blocked = act(admin, person, "block").json();

    assertThat(blocked.path("blocked").asBoolean()).isTrue();
    assertThat(blocked.path("sessions").asInt()).isZero();
    assertThat(session.get("/api/auth/me").status()).isEqualTo(401);
    assertThat(session.send("POST", "/api/auth/refresh", null).code())
        .isEqualTo("refresh-token-invalid");
    String right = Admin.credentials(person.email());
    assertThat(login(right).code()).isEqualTo("member-blocked");
    assertThat(login(right).status()).isEqualTo(403);
    assertThat(login(right.replace("battery", "staple!")).code()).isEqualTo("wrong-credentials");

    assertThat(act(admin, person, "unblock").json().path("blocked").asBoolean(true)).isFalse();
    assertThat(login(right).status()).isEqualTo(200);
    assertThat(traces(person.id())).containsExactly("member.block OK", "member.unblock OK");
    assertThat(refusedSignIns(person)).contains("member-blocked");
  }

  private static Answer login(String credentials) {
    return EDGE.browser().post("/api/auth/login", credentials);
  }

  private static List<String> refusedSignIns(Someone person) {
    return EDGE.database()
        .sql()
        .sql(
            """
            select details ->> 'why' from audit_trail
             where member_id = :member and action = 'member.sign-in' and outcome = 'REFUSED'
               and details ->> 'why' is not null
            """)
        .param("member", person.id())
        .query((row, index) -> row.getString(1))
        .list();
  }

  @Test
  void the_key_of_a_blocked_person_opens_nothing() {
    Someone person = ADMIN.somebody("robotic");
    Browser program = program(person.signedIn(EDGE), "read");
    assertThat(program.get("/api/v1/probe").body()).isEqualTo("user");

    act(ADMIN.signedIn(), person, "block");
    assertThat(program.get("/api/v1/probe").code()).isEqualTo("api-key-invalid");
  }

  @Test
  void a_key_made_for_administration_blocks_and_gives_no_role() {
    Someone person = ADMIN.somebody("watched");
    Browser program = program(ADMIN.signedIn(), "admin");

    assertThat(act(program, person, "block").status()).isEqualTo(200);
    assertThat(change(program, person, "admin").code()).isEqualTo("api-key-scope-missing");
    assertThat(delete(program, person, "accounts=disconnect").code())
        .isEqualTo("api-key-scope-missing");
  }

  private static Browser program(Browser person, String scope) {
    Answer made =
        person.post("/api/auth/api-keys", "{\"name\":\"a robot\",\"scopes\":[\"" + scope + "\"]}");
    return EDGE.browser().with("Authorization", "Bearer " + made.json().path("key").asString());
  }

  @Test
  void a_deleted_person_is_gone_and_the_fate_of_their_accounts_is_kept_until_it_is_settled() {
    Someone person = ADMIN.somebody("leaving");
    Browser session = person.signedIn(EDGE);
    Browser admin = ADMIN.signedIn();

    assertThat(delete(admin, person, "accounts=disconnect").status()).isEqualTo(204);
    assertThat(session.get("/api/auth/me").status()).isEqualTo(401);
    assertThat(session.send("POST", "/api/auth/refresh", null).status()).isEqualTo(401);
    assertThat(login(Admin.credentials(person.email())).code()).isEqualTo("wrong-credentials");
    assertThat(admin.get(person.path()).code()).isEqualTo("person-not-found");
    assertThat(traces(person.id())).containsExactly("member.delete OK");

    Departures departures = EDGE.bean(Departures.class);
    assertThat(departures.waiting())
        .contains(new Departure(person.id(), null, EdgeUnderTest.now()));
    departures.settled(person.id());
    departures.settled(person.id());
    assertThat(departures.waiting()).noneMatch(one -> one.memberId().equals(person.id()));
  }

  @Test
  void accounts_are_handed_over_to_somebody_who_can_use_them() {
    Someone person = ADMIN.somebody("giver");
    Someone viewer = ADMIN.somebody("onlooker");
    Someone blocked = ADMIN.somebody("locked-out");
    Someone heir = ADMIN.somebody("heir");
    Browser admin = ADMIN.signedIn();
    change(admin, viewer, "viewer");
    act(admin, blocked, "block");
    for (String wrong :
        List.of(
            "",
            "accounts=keep",
            "accounts=hand-over",
            "accounts=disconnect&to=" + heir.id(),
            "accounts=hand-over&to=nobody",
            "accounts=hand-over&to=" + UUID.randomUUID(),
            "accounts=hand-over&to=" + person.id(),
            "accounts=hand-over&to=" + viewer.id(),
            "accounts=hand-over&to=" + blocked.id())) {
      assertThat(delete(admin, person, wrong).code()).as(wrong).isEqualTo("invalid-input");
    }
    assertThat(delete(admin, person, "accounts=hand-over&to=" + heir.id()).status()).isEqualTo(204);

    // the heir goes before the accounts have come: they follow the heir's own
    assertThat(delete(admin, heir, "accounts=disconnect").status()).isEqualTo(204);
    assertThat(EDGE.bean(Departures.class).waiting())
        .filteredOn(one -> List.of(person.id(), heir.id()).contains(one.memberId()))
        .hasSize(2)
        .allMatch(one -> one.heirId() == null);
  }
}
