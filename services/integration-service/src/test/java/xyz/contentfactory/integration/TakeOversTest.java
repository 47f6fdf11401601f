package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.fleet.Fleet;
import xyz.contentfactory.integration.fleet.Stores;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.NodeProcess;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;

/// Accounts move from owner to owner under a Telegram that kills every key it sees in two places.
class TakeOversTest {
  private static final int ACCOUNTS = 5;
  private static final int ROUNDS = 10;
  private static final String OWN = "2100000001";

  private SandboxWorld sandbox;
  private DatabaseSettings database;
  private Path keyring;

  @BeforeEach
  void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    sandbox.secondConnection("ANY");
    database = TestPostgres.freshDatabase();
    keyring = Files.createTempDirectory("take-overs").resolve("keyring");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static Api ready(TestNode node, Api api) {
    Api there = api.at(node.address());
    there.await("/mode", mode -> mode.path("ready").asBoolean());
    return there;
  }

  private String connected(Api api, String phone) {
    sandbox.set(phone, "{\"name\":\"Mover\"}");
    Api.Answer login = api.post("/connect", "{\"phoneNumber\":\"" + phone + "\"}").ok();
    String code = "{\"code\":\"" + sandbox.code(phone) + "\"}";
    String account =
        api.post("/connect/" + login.text("id") + "/code", code).ok().text("accountId");
    api.awaitState("/accounts/" + account, "CONNECTED");
    return account;
  }

  private static Map<String, Long> epochs(ServiceDatabase database) {
    Map<String, Long> epochs = new LinkedHashMap<>();
    database
        .sql()
        .sql("select id, epoch from telegram_sessions where state = 'CONNECTED' order by id")
        .query(row -> {
          epochs.put(row.getString(1), row.getLong(2));
        });
    return epochs;
  }

  private static Fleet fleetOf(TestNode node) {
    return new Fleet(
        node.bean(Claims.class),
        node.bean(Stores.class),
        node.bean(TelegramGate.class),
        node.bean(InstantSource.class));
  }

  /// The new owner asks for the accounts all the time while the old one lets them go.
  private static Fleet handedOver(Fleet from, TestNode to) {
    ServiceDatabase database = to.bean(ServiceDatabase.class);
    Map<String, Long> before = epochs(database);
    Fleet heir = fleetOf(to);
    Thread leaving = Thread.ofVirtual().start(from::close);
    Awaitility.await("an heir for every account")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(10))
        .until(() -> {
          heir.sweep();
          Map<String, Long> now = epochs(database);
          return before.entrySet().stream()
              .allMatch(was -> now.getOrDefault(was.getKey(), 0L) > was.getValue());
        });
    Awaitility.await().until(() -> !leaving.isAlive());
    return heir;
  }

  @Test
  void through_fifty_take_overs_no_key_is_seen_in_two_places() {
    try (TestNode one = TestNode.start(database, sandbox.address(), keyring);
        TestNode other = TestNode.start(database, sandbox.address(), keyring)) {
      Api api = ready(one, Api.newMember(one));
      ready(other, api);
      List<String> accounts = new ArrayList<>();
      for (int i = 0; i < ACCOUNTS; i++) {
        accounts.add(connected(api, "999661100" + i));
      }
      Fleet owner = fleetOf(one);
      one.bean(Fleet.class).close();
      other.bean(Fleet.class).close();
      Fleet first = owner;
      Awaitility.await()
          .until(() -> {
            first.sweep();
            return free(one, accounts) == 0;
          });
      for (int round = 0; round < ROUNDS; round++) {
        owner = handedOver(owner, round % 2 == 0 ? other : one);
      }
      for (String account : accounts) {
        api.awaitState("/accounts/" + account, "CONNECTED");
      }
      owner.close();
      assertThat(api.get("/logs?kind=ACCOUNT_STATE").body().get("items")).isEmpty();
    }
  }

  private static long free(TestNode node, List<String> accounts) {
    long held =
        node.bean(ServiceDatabase.class)
            .sql()
            .sql(
                "select count(*) from leases where name like 'account/%' and expires_at > clock_timestamp()")
            .query(Long.class)
            .single();
    return accounts.size() - held;
  }

  @Test
  void a_killed_process_s_accounts_move_to_the_other_one() {
    Map<String, Object> settings = TestNode.settings(database, sandbox.address(), keyring);
    // as an installation has it
    settings.put("integration-service.lease-time", "12s");
    settings.put("integration-service.sweep-every", "2s");
    try (NodeProcess doomed = NodeProcess.start(settings)) {
      Api api = new Api(doomed.address(), UUID.randomUUID());
      api.await("/mode", mode -> mode.path("ready").asBoolean());
      String account = api.connect(sandbox, "9996610001");
      String channel = api.channel(account, OWN);
      try (TestNode heir = TestNode.start(settings, new MovableClock())) {
        Api there = ready(heir, api);
        doomed.kill();
        String post = "{\"channelId\":\"%s\",\"text\":\"By the heir\"}".formatted(channel);
        String delivery = there.publish("heir", post).ok().text("id");
        Awaitility.await("the accounts have moved")
            .atMost(Duration.ofSeconds(30))
            .until(() -> there.get("/messages/" + delivery).text("state").equals("SENT"));
        assertThat(sandbox.posts(OWN, "By the heir")).hasSize(1);
        assertThat(there.get("/accounts/" + account).text("state")).isEqualTo("CONNECTED");
      }
    }
  }
}
