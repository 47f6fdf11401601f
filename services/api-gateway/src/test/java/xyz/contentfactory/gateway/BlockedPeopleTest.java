package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.gateway.Admin.Someone;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.identity.Departures;
import xyz.contentfactory.kit.identity.Revoked;
import xyz.contentfactory.user.revocation.RevocationFeed;

/// Two nodes on one database: what an admin does at one holds at the other.
class BlockedPeopleTest {
  private static final DatabaseSettings DATABASE = TestPostgres.freshDatabase();
  private static final Path KEYS = EdgeUnderTest.folder("keys");
  private static final EdgeUnderTest HERE =
      EdgeUnderTest.startOn(DATABASE, KEYS, Admin.WITHOUT_LIMITS);
  private static final EdgeUnderTest THERE =
      EdgeUnderTest.startOn(DATABASE, KEYS, Admin.WITHOUT_LIMITS);
  private static final Admin ADMIN = Admin.of(HERE);

  @AfterAll
  static void stop() {
    HERE.close();
    THERE.close();
  }

  /// The moment when the other node has heard of what happened to the person here.
  private static CountDownLatch wordAt(EdgeUnderTest node, Someone person) {
    CountDownLatch heard = new CountDownLatch(1);
    node.bean(Revoked.class)
        .listen(revocation -> {
          if (revocation.subject().equals(person.id())) {
            heard.countDown();
          }
        });
    return heard;
  }

  private static void await(CountDownLatch heard) throws InterruptedException {
    assertThat(heard.await(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_person_blocked_at_one_node_is_out_at_the_other_when_that_hears_of_it()
      throws InterruptedException {
    assertThat(RevocationFeed.PERIOD).as("each node listens").isLessThan(Duration.ofSeconds(1));
    Someone person = ADMIN.somebody("elsewhere");
    Browser session = person.signedIn(THERE);
    String token =
        THERE
            .browser()
            .post("/api/auth/login", Admin.credentials(person.email()))
            .json()
            .path("access_token")
            .asString();
    Browser program = THERE.browser().with("Authorization", "Bearer " + token);
    assertThat(program.get("/api/v1/probe").status()).isEqualTo(200);
    CountDownLatch heard = wordAt(THERE, person);

    assertThat(ADMIN.signedIn().send("POST", person.path() + "/block", null).status())
        .isEqualTo(200);
    await(heard);
    assertThat(program.get("/api/v1/probe").code()).isEqualTo("sign-in-needed");
    assertThat(session.get("/api/auth/me").status()).isEqualTo(401);
    assertThat(session.send("POST", "/api/auth/refresh", null).code())
        .isEqualTo("refresh-token-invalid");
    assertThat(THERE.browser().post("/api/auth/login", Admin.credentials(person.email())).code())
        .isEqualTo("member-blocked");
  }

  @Test
  void the_keys_of_somebody_blocked_open_nothing_until_the_block_is_lifted()
      throws InterruptedException {
    Someone person = ADMIN.somebody("robots");
    String key =
        person
            .signedIn(HERE)
            .post("/api/auth/api-keys", "{\"name\":\"a robot\",\"scopes\":[\"read\"]}")
            .json()
            .path("key")
            .asString();
    Browser here = HERE.browser().with("Authorization", "Bearer " + key);
    Browser there = THERE.browser().with("Authorization", "Bearer " + key);
    assertThat(there.get("/api/v1/probe").status()).isEqualTo(200);
    CountDownLatch heard = wordAt(THERE, person);
    Browser admin = ADMIN.signedIn();

    assertThat(admin.send("POST", person.path() + "/block", null).status()).isEqualTo(200);
    await(heard);
    assertThat(there.get("/api/v1/probe").code()).isEqualTo("api-key-invalid");
    assertThat(here.get("/api/v1/probe").code()).isEqualTo("api-key-invalid");
    JsonNode audit =
        admin.get("/api/v1/audit?action=api-key.use&member=" + person.id()).json().path("items");
    assertThat(audit).hasSize(1);
    assertThat(audit.at("/0/details/why").asString()).isEqualTo("member-blocked");
    assertThat(admin.send("POST", person.path() + "/unblock", null).status()).isEqualTo(200);
    assertThat(there.get("/api/v1/probe").status()).isEqualTo(200);
  }

  @Test
  void a_role_changed_at_one_node_is_the_role_at_the_other() throws InterruptedException {
    Someone person = ADMIN.somebody("demoted");
    Browser session = person.signedIn(THERE);
    CountDownLatch heard = wordAt(THERE, person);

    ADMIN.signedIn().send("PATCH", person.path(), "{\"role\":\"viewer\"}");
    await(heard);
    assertThat(session.get("/api/v1/probe").status()).isEqualTo(401);
    session.send("POST", "/api/auth/refresh", null);
    assertThat(session.get("/api/v1/probe").body()).isEqualTo("viewer");
  }

  @Test
  void two_admins_who_block_each_other_at_the_same_moment_leave_one() throws Exception {
    Browser here = ADMIN.signedIn();
    Someone first = ADMIN.self();
    Someone second = ADMIN.somebody("rival");
    here.send("PATCH", second.path(), "{\"role\":\"admin\"}");
    Browser there = second.signedIn(THERE);

    Thread one = Thread.startVirtualThread(() -> here.send("POST", second.path() + "/block", null));
    there.send("POST", first.path() + "/block", null);
    one.join();
    Integer left =
        HERE.database()
            .sql()
            .sql("select count(*) from members where role = 'admin' and blocked_at is null")
            .query(Integer.class)
            .single();
    assertThat(left).isEqualTo(1);
    HERE.database().sql().sql("update members set blocked_at = null").update();
    HERE.database()
        .sql()
        .sql("update members set role = 'user' where id = :id")
        .param("id", second.id())
        .update();
  }

  @Test
  void a_departure_outlives_the_process_that_wrote_it() {
    DatabaseSettings database = TestPostgres.freshDatabase();
    Someone person;
    try (EdgeUnderTest before = EdgeUnderTest.startOn(database, KEYS, Admin.WITHOUT_LIMITS)) {
      Admin admin = Admin.of(before);
      person = admin.somebody("gone");
      admin.signedIn().send("DELETE", person.path() + "?accounts=disconnect", null);
    }
    try (EdgeUnderTest after = EdgeUnderTest.startOn(database, KEYS)) {
      assertThat(after.bean(Departures.class).waiting())
          .anyMatch(one -> one.memberId().equals(person.id()));
    }
  }

  @Test
  void a_sign_in_at_the_same_moment_as_the_block_does_not_last() {
    Someone person = ADMIN.somebody("racer");
    Browser admin = ADMIN.signedIn();
    Browser racer = THERE.browser().asCabinet();
    Thread block =
        Thread.startVirtualThread(() -> admin.send("POST", person.path() + "/block", null));
    racer.post("/api/auth/login", Admin.credentials(person.email()));

    Awaitility.await("whoever came first, the person is out")
        .atMost(Duration.ofSeconds(20))
        .until(() -> !block.isAlive() && racer.get("/api/auth/me").status() == 401);
    assertThat(racer.send("POST", "/api/auth/refresh", null).status()).isEqualTo(401);
  }
}
