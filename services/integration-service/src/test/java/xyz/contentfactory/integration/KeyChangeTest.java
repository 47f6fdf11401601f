package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.proxy.AccountProxies;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.integration.storage.EncryptedColumns;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.NodeProcess;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.rotation.Rotation;
import xyz.contentfactory.kit.rotation.SealedColumn;
import xyz.contentfactory.kit.secret.KeyVersion;
import xyz.contentfactory.kit.secret.LocalKeyring;
import xyz.contentfactory.kit.secret.RotatingKeyring;
import xyz.contentfactory.telegram.net.TestProxy;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.ProxyLogin;

/// The keyring's key is changed while accounts are connected and post.
class KeyChangeTest {
  private static final String OWN = "2100000001";
  private static final String PHONE = "9996610001";
  private static final int ROWS = 250;

  private final SandboxWorld sandbox = SandboxWorld.start(new MovableClock());
  private final DatabaseSettings database = TestPostgres.freshDatabase();
  private final MovableClock clock = new MovableClock();
  private final TestProxy onTheWay = TestProxy.socks5(null);
  private Path keyring;

  @BeforeEach
  void folder() throws Exception {
    keyring = Files.createTempDirectory("key-change").resolve("keyring");
  }

  @AfterEach
  void stop() {
    onTheWay.close();
    sandbox.close();
  }

  private Map<String, Object> settings() {
    return TestNode.settings(database, sandbox.address(), keyring);
  }

  private Api member(TestNode node) {
    Api api = Api.newMember(node);
    api.await("/mode", mode -> mode.path("ready").asBoolean());
    return api;
  }

  /// Something in every encrypted column; answers the connected account.
  private String fillEverything(Api api, TestNode node) {
    String account = api.connect(sandbox, PHONE);
    String bot = api.post("/bots", "{\"token\":\"%s\"}".formatted(token())).ok().text("id");
    Proxy proxy = new Proxy.Socks5("proxy.example", 1080, new ProxyLogin("anna", "hush"));
    node.bean(AccountProxies.class)
        .save(UUID.fromString(bot), new TestedProxy(proxy, clock.instant(), Duration.ofMillis(5)));
    api.post("/connect", "{\"phoneNumber\":\"9996610003\"}").ok();
    String way =
        "{\"kind\":\"SOCKS5\",\"host\":\"127.0.0.1\",\"port\":%d}".formatted(onTheWay.port());
    api.post("/connect", "{\"method\":\"qr\",\"proxy\":%s}".formatted(way)).ok();
    String list = "{\"numbers\":[\"9996610004\"],\"proxy\":%s}".formatted(way);
    api.awaitRow(api.batchOf("a-list", list).ok().text("id"), 1, "CODE_SENT");
    Api.Answer second = api.post("/connect", "{\"phoneNumber\":\"9996610002\"}").ok();
    String code = "{\"code\":\"" + sandbox.code("9996610002") + "\"}";
    api.post("/connect/" + second.text("id") + "/code", code).ok();
    return account;
  }

  private String token() {
    return sandbox.bot(PHONE, "key_change_bot").get("token").asString();
  }

  /// Every value, opened in the place that the column says for its row.
  private static Map<String, List<byte[]>> opened(TestNode node) {
    JdbcClient sql = node.bean(ServiceDatabase.class).sql();
    RotatingKeyring keys = node.bean(RotatingKeyring.class);
    Map<String, List<byte[]>> all = new TreeMap<>();
    for (SealedColumn column : EncryptedColumns.ALL) {
      all.put(
          column.toString(),
          sql.sql(
                  "select %1$s::text, %2$s from %3$s where %2$s is not null order by %1$s"
                      .formatted(column.key(), column.column(), column.table()))
              .query((row, n) -> keys.decrypt(row.getBytes(2), column.placeOf(row.getString(1))))
              .list());
    }
    return all;
  }

  private static String connection(TestNode node, String account) {
    return node.bean(ServiceDatabase.class)
        .sql()
        .sql(
            """
            select l.epoch || ' ' || s.auth_key_id || ' ' || s.state || ' ' || s.state_since
              from telegram_sessions s join leases l on l.name = 'account/' || s.id
             where s.id = :id
            """)
        .param("id", UUID.fromString(account))
        .query(String.class)
        .single();
  }

  private void post(Api api, String account, String text) {
    String body =
        "{\"channelId\":\"%s\",\"text\":\"%s\"}".formatted(api.channel(account, OWN), text);
    String delivery = api.publish(text, body).ok().text("id");
    api.awaitState("/messages/" + delivery, "SENT");
  }

  private static void awaitRenewed(Rotation rotation) {
    Awaitility.await("everything is encrypted anew")
        .atMost(Duration.ofSeconds(20))
        .until(() -> rotation.status().renewed() == rotation.status().values());
  }

  @Test
  void the_key_changes_on_two_nodes_while_an_account_posts_and_nobody_notices() {
    try (TestNode node = TestNode.start(settings(), clock);
        TestNode other = TestNode.start(settings(), clock)) {
      Api api = member(node);
      String account = fillEverything(api, node);
      assertThat(opened(node)).allSatisfy((column, values) -> assertThat(values).isNotEmpty());
      String before = connection(node, account);
      List<String> keys = sandbox.keysOf(PHONE);

      assertThat(node.bean(Rotation.class).begin()).isTrue();
      for (int i = 0; i < 5; i++) {
        post(api.at(i % 2 == 0 ? node.address() : other.address()), account, "change" + i);
      }
      awaitRenewed(other.bean(Rotation.class));

      assertThat(connection(node, account)).isEqualTo(before);
      assertThat(sandbox.keysOf(PHONE)).isEqualTo(keys);
      clock.move(Rotation.STRAGGLERS.plusSeconds(1));
      Awaitility.await("the former key is dropped")
          .atMost(Duration.ofSeconds(20))
          .until(() -> !other.bean(Rotation.class).status().underWay());
      assertThat(opened(other).get("telegram_sessions.stored_login_sealed")).hasSize(2);
      post(api, account, "after");
      assertThat(connection(node, account)).isEqualTo(before);
    }
    try (TestNode again = TestNode.start(settings(), clock)) {
      assertThat(again.bean(RotatingKeyring.class).versions()).hasSize(1);
    }
  }

  private static byte[] value(int row) {
    return ("value " + row).getBytes(StandardCharsets.UTF_8);
  }

  private List<UUID> store(JdbcClient sql, SealedColumn column, LocalKeyring keys) {
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      ids.add(new UUID(1, i));
      sql.sql(
              """
              insert into telegram_logins (id, member_id, step, phone_masked, phone_hash, phone_sealed, created_at, expires_at)
              values (:id, :id, 'STARTING', '', '', :phone, now(), now() + interval '1 day')
              """)
          .param("id", ids.getLast())
          .param("phone", keys.encrypt(value(i), column.placeOf(ids.getLast().toString())))
          .update();
    }
    return ids;
  }

  private static long encryptedBy(JdbcClient sql, KeyVersion version) {
    return sql.sql(
            """
            select count(*) from telegram_logins
             where encode(substring(phone_sealed for 5), 'hex') = :mark
            """)
        .param("mark", version.mark())
        .query(Long.class)
        .single();
  }

  private static void hold(Connection connection, UUID row) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "select 1 from integration.telegram_logins where id = '%s' for update".formatted(row));
    }
  }

  /// PostgreSQL notices only with its next answer that a client is dead, and would still update.
  private static void endWhatWaits(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(pid, 10000) from pg_stat_activity
           where wait_event_type = 'Lock' and datname = current_database()
          """);
    }
  }

  /// The process hangs at a row that somebody else holds, and is killed there.
  @Test
  void killed_in_the_middle_the_change_goes_on_after_the_restart() throws SQLException {
    SealedColumn column =
        EncryptedColumns.ALL.stream()
            .filter(one -> one.toString().equals("telegram_logins.phone_sealed"))
            .findFirst()
            .orElseThrow();
    LocalKeyring keys = LocalKeyring.open(keyring);
    try (ServiceDatabase opened = ServiceDatabase.open("integration", database)) {
      JdbcClient sql = opened.sql();
      List<UUID> ids = store(sql, column, keys);
      keys.rotate();
      KeyVersion newest = keys.versions().getLast();
      try (Connection holder = opened.unpooled()) {
        hold(holder, ids.get(ROWS / 2));
        try (NodeProcess dying = NodeProcess.start(settings())) {
          Awaitility.await("it stands before the held row")
              .atMost(Duration.ofSeconds(20))
              .until(() -> encryptedBy(sql, newest) == ROWS / 2);
          dying.kill();
        }
        endWhatWaits(holder);
      }
      assertThat(encryptedBy(sql, newest)).isEqualTo(ROWS / 2);

      try (NodeProcess heir = NodeProcess.start(settings())) {
        Awaitility.await("the rest is encrypted anew at " + heir.address())
            .atMost(Duration.ofSeconds(20))
            .until(() -> encryptedBy(sql, newest) == ROWS);
      }
      for (int i = 0; i < ROWS; i++) {
        byte[] sealed =
            sql.sql("select phone_sealed from telegram_logins where id = :id")
                .param("id", ids.get(i))
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(keys.decrypt(sealed, column.placeOf(ids.get(i).toString()))).isEqualTo(value(i));
      }
    }
  }
}
