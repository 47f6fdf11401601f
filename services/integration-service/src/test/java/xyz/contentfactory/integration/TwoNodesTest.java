package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.lease.LeaseLost;

/// Two processes on one database by mistake, or for a moment while one replaces the other.
class TwoNodesTest {
  private static final String OWN = "2100000001";
  private static SandboxWorld sandbox;
  private static DatabaseSettings database;
  private static Path keyring;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    database = TestPostgres.freshDatabase();
    keyring = Files.createTempDirectory("two").resolve("keyring");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  private static String post(String channel, String text) {
    return "{\"channelId\":\"%s\",\"text\":\"%s\"}".formatted(channel, text);
  }

  private static long epoch(TestNode node, String account) {
    return node.bean(ServiceDatabase.class)
        .sql()
        .sql("select epoch from leases where name = :name and expires_at > now()")
        .param("name", "account/" + account)
        .query(Long.class)
        .single();
  }

  @Test
  void an_account_has_one_owner_and_moves_to_the_other_node_when_that_stops() {
    TestNode first = TestNode.start(database, sandbox.address(), keyring);
    Api atFirst = Api.newMember(first);
    atFirst.await("/mode", mode -> mode.path("ready").asBoolean());
    String account = atFirst.connect(sandbox, "9996610001");
    String channel = atFirst.channel(account, OWN);
    long firstEpoch = epoch(first, account);
    try (TestNode second = TestNode.start(database, sandbox.address(), keyring)) {
      Api atSecond = atFirst.at(second.address());
      try (first) {
        atSecond.await("/mode", mode -> mode.path("ready").asBoolean());
        // asked at the one that does not own the account, sent by the one that does
        String delivery = atSecond.publish("one", post(channel, "by two nodes")).ok().text("id");
        atSecond.awaitState("/messages/" + delivery, "SENT");
        assertThat(sandbox.posts(OWN, "by two nodes")).hasSize(1);
        assertThat(epoch(second, account)).isEqualTo(firstEpoch);
        assertThat(atSecond.get("/accounts/" + account).text("state")).isEqualTo("CONNECTED");
      }
      String delivery = atSecond.publish("two", post(channel, "by the heir")).ok().text("id");
      atSecond.awaitState("/messages/" + delivery, "SENT");
      assertThat(sandbox.posts(OWN, "by the heir")).hasSize(1);
      assertThat(epoch(second, account)).isGreaterThan(firstEpoch);
    }
  }

  @Test
  void a_list_is_begun_once_by_two_nodes_and_goes_on_when_one_of_them_stops() {
    String[] numbers = {"9996610003", "9996620001", "9996620003", "9996630002"};
    TestNode first = TestNode.start(database, sandbox.address(), keyring);
    Api atFirst = Api.newMember(first);
    try (TestNode second = TestNode.start(database, sandbox.address(), keyring)) {
      Api atSecond = atFirst.at(second.address());
      String batch;
      try (first) {
        atFirst.await("/mode", mode -> mode.path("ready").asBoolean());
        atSecond.await("/mode", mode -> mode.path("ready").asBoolean());
        batch = atFirst.batch("two", numbers).ok().text("id");
        assertThat(atSecond.batch("two", numbers).ok().text("id")).isEqualTo(batch);
        atSecond.awaitRow(batch, 1, "CODE_SENT");
      }
      for (int line = 1; line <= numbers.length; line++) {
        atSecond.awaitRow(batch, line, "CODE_SENT");
      }
      assertThat(numbers).allSatisfy(phone -> assertThat(sandbox.codesSent(phone)).isEqualTo(1));
    }
  }

  @Test
  void a_claim_excludes_others_and_a_lost_one_cannot_write() throws Exception {
    MovableClock clock = new MovableClock();
    try (ServiceDatabase db = ServiceDatabase.open("integration", TestPostgres.freshDatabase())) {
      Claims claims = new Claims(db, clock, Duration.ofSeconds(2));
      CountDownLatch lost = new CountDownLatch(1);
      Claim claim = claims.take("account/x", lost::countDown).orElseThrow();
      assertThat(claims.take("account/x", () -> {})).isEmpty();
      claim.write(() -> {});

      // somebody else takes it over, as after a pause of this whole process
      String other = UUID.randomUUID().toString();
      db.sql()
          .sql("update leases set owner = :owner, epoch = epoch + 1 where name = 'account/x'")
          .param("owner", other)
          .update();
      assertThatThrownBy(() -> claim.write(() -> {})).isInstanceOf(LeaseLost.class);
      assertThat(lost.await(5, TimeUnit.SECONDS)).isTrue();
      claim.close();
      assertThat(
              db.sql()
                  .sql("select owner from leases where name = 'account/x'")
                  .query(String.class)
                  .single())
          .isEqualTo(other);
    }
  }

  @Test
  void a_claim_given_back_is_free_at_once() {
    try (ServiceDatabase db = ServiceDatabase.open("integration", TestPostgres.freshDatabase())) {
      Claims claims = new Claims(db, new MovableClock(), Duration.ofSeconds(30));
      Claim first = claims.take("login/x", () -> {}).orElseThrow();
      first.close();
      Claim second = claims.take("login/x", () -> {}).orElseThrow();
      assertThat(second.epoch()).isGreaterThan(first.epoch());
      second.close();
    }
  }
}
