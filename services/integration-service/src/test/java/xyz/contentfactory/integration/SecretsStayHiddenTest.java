package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.kit.secret.KeyringException;

@ExtendWith(OutputCaptureExtension.class)
class SecretsStayHiddenTest {
  private static final String PHONE = "9996610002";
  private static final String PASSWORD = "sandbox-0002";
  private static final List<String> TABLES =
      List.of(
          "integration_keys",
          "telegram_sessions",
          "telegram_logins",
          "connect_batches",
          "connect_batch_rows",
          "connect_starts",
          "telegram_bots",
          "telegram_channels",
          "deliveries",
          "integration_logs",
          "leases");

  @Test
  void neither_rows_nor_logs_nor_answers_hold_a_secret(CapturedOutput output) throws Exception {
    Path keyring = Files.createTempDirectory("secrets").resolve("keyring");
    try (SandboxWorld sandbox = SandboxWorld.start(new MovableClock());
        TestNode node = TestNode.start(talkative(sandbox, keyring), new MovableClock())) {
      Api api = Api.newMember(node);
      api.await("/mode", mode -> mode.path("ready").asBoolean());
      JdbcClient sql = node.bean(ServiceDatabase.class).sql();

      String batch = api.batch("hidden", "12", "+" + PHONE).ok().text("id");
      api.awaitRow(batch, 2, "CODE_SENT");
      Api.Answer login = api.post("/connect", "{\"phoneNumber\":\"" + PHONE + "\"}").ok();
      String path = "/connect/" + login.text("id");
      assertHidden(sql, authKey(node, sql, "telegram_logins", login.text("id")));
      Api.Answer asked =
          api.post(path + "/code", "{\"code\":\"" + sandbox.code(PHONE) + "\"}").ok();
      Api.Answer wrong = api.post(path + "/password", "{\"password\":\"" + PASSWORD + "?\"}");
      Api.Answer done = api.post(path + "/password", "{\"password\":\"" + PASSWORD + "\"}").ok();
      String account = done.text("accountId");
      api.awaitState("/accounts/" + account, "CONNECTED");

      assertHidden(sql, authKey(node, sql, "telegram_sessions", account));
      assertThat(
              List.of(
                  login,
                  asked,
                  wrong,
                  done,
                  api.get("/accounts"),
                  api.get("/connect/batches/" + batch),
                  api.get("/logs")))
          .allSatisfy(answer -> assertThat(answer.raw().body()).doesNotContain(PHONE, PASSWORD));
      assertThat(swappedRow(node, sql, account)).isFalse();
      assertThat(erased(sql)).isTrue();
    }
    assertThat(output.getAll()).doesNotContain(PHONE, PASSWORD);
  }

  private static Map<String, Object> talkative(SandboxWorld sandbox, Path keyring) {
    Map<String, Object> settings =
        TestNode.settings(TestPostgres.freshDatabase(), sandbox.address(), keyring);
    settings.put("logging.level.root", "INFO");
    settings.put("logging.level.xyz.contentfactory", "TRACE");
    settings.put("logging.level.org.springframework.web", "DEBUG");
    settings.put("logging.level.org.springframework.jdbc", "DEBUG");
    return settings;
  }

  private static byte[] authKey(TestNode node, JdbcClient sql, String table, String id) {
    byte[] sealed =
        sql.sql("select stored_login_sealed from " + table + " where id = :id")
            .param("id", UUID.fromString(id))
            .query((row, n) -> row.getBytes(1))
            .single();
    byte[] place = (table + "/stored_login/" + id).getBytes(StandardCharsets.UTF_8);
    byte[] plain = node.bean(Keyring.class).decrypt(sealed, place);
    return Arrays.copyOfRange(plain, 19, 19 + 256);
  }

  private static void assertHidden(JdbcClient sql, byte[] authKey) {
    String part = HexFormat.of().formatHex(authKey, 100, 116);
    for (String table : TABLES) {
      List<String> rows =
          sql.sql("select to_jsonb(t)::text from " + table + " t")
              .query((row, n) -> row.getString(1))
              .list();
      assertThat(rows).allSatisfy(row -> assertThat(row).doesNotContain(part, PHONE, PASSWORD));
    }
  }

  /// A value copied into another row does not open there.
  private static boolean swappedRow(TestNode node, JdbcClient sql, String account) {
    byte[] sealed =
        sql.sql("select stored_login_sealed from telegram_sessions where id = :id")
            .param("id", UUID.fromString(account))
            .query((row, n) -> row.getBytes(1))
            .single();
    byte[] elsewhere =
        ("telegram_sessions/stored_login/" + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
    try {
      node.bean(Keyring.class).decrypt(sealed, elsewhere);
      return true;
    } catch (KeyringException e) {
      return false;
    }
  }

  /// A finished login keeps no secrets.
  private static boolean erased(JdbcClient sql) {
    return sql.sql(
            """
            select bool_and(coalesce(phone_sealed, stored_login_sealed, code_hash_sealed, password_hint_sealed) is null)
              from telegram_logins
            """)
        .query(Boolean.class)
        .single();
  }
}
