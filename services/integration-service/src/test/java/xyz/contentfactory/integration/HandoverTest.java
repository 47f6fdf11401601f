package xyz.contentfactory.integration;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.support.Api;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.telegram.client.ForeignSession;
import xyz.contentfactory.telegram.client.LoginStep;
import xyz.contentfactory.telegram.client.PhoneNumber;
import xyz.contentfactory.telegram.client.SessionFormat;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.TelegramClient;

/// Logins of other programs come in, ours go out, and no key is ever used in two places by us.
class HandoverTest {
  private static final String PHONE = "9996610001";
  private static final String OWN = "2100000001";
  private static final Path FOREIGN = Path.of("../../telegram/sandbox/src/test/foreign");
  private static final Path TDATA =
      Path.of("../../telegram/client/src/test/resources/xyz/contentfactory/telegram/client/tdata");

  private static SandboxWorld sandbox;
  private static TestNode node;

  private Api api;

  @BeforeAll
  static void start() throws Exception {
    sandbox = SandboxWorld.start(new MovableClock());
    // whoever used a key twice would lose it
    sandbox.secondConnection("ANY");
    Path keyring = Files.createTempDirectory("handover").resolve("keyring");
    node =
        TestNode.start(
            TestNode.settings(TestPostgres.freshDatabase(), sandbox.address(), keyring),
            new MovableClock());
    Api.newMember(node).await("/mode", mode -> mode.path("ready").asBoolean());
  }

  @AfterAll
  static void stop() {
    node.close();
    sandbox.close();
  }

  @BeforeEach
  void newMember() {
    api = Api.newMember(node);
    node.bean(TestNode.SaidProof.class).say(true);
  }

  private static TelegramGate gate() {
    return node.bean(TelegramGate.class);
  }

  /// A login made by a program that is not this server.
  private static StoredLogin elsewhere(String phone) {
    try (TelegramClient client = gate().open(null, login -> {})) {
      var sent = (LoginStep.CodeSent) client.login().sendCode(new PhoneNumber(phone));
      client.login().signIn(new PhoneNumber(phone), sent.phoneCodeHash(), sandbox.code(phone));
      return client.storedLogin();
    }
  }

  private static String session(StoredLogin login) {
    return gate().foreign(login, false).write(SessionFormat.TELETHON);
  }

  private Api.Answer taken(String sessions) {
    return api.post("/sessions/import", Api.JSON.writeValueAsString(Map.of("sessions", sessions)));
  }

  private Api.Answer exported(String account, String format) {
    return api.post("/accounts/" + account + "/export", "{\"format\":\"" + format + "\"}");
  }

  private String imported(String session) {
    JsonNode item = taken(session).ok().body().at("/items/0");
    assertThat(item.path("result").asString()).as(item.toString()).isEqualTo("CONNECTED");
    String account = item.get("accountId").asString();
    api.awaitState("/accounts/" + account, "CONNECTED");
    return account;
  }

  private static List<String> codes(JsonNode report) {
    return report.get("items").valueStream().map(item -> item.path("code").asString("")).toList();
  }

  @Test
  void every_session_has_a_result_of_its_own_and_what_is_connected_posts() {
    String session = session(elsewhere(PHONE));
    JsonNode report = taken("nonsense\n\n" + session + "\n" + session).ok().body();
    assertThat(codes(report))
        .containsExactly("session-unreadable", "", "account-already-connected");
    assertThat(report.get("warning").asString()).contains("one place only");

    String account = report.at("/items/1/accountId").asString();
    api.await("/channels?accountId=" + account, body -> body.path("items").size() > 0);
    String channel = api.channel(account, OWN);
    api.publish("taken", "{\"channelId\":\"%s\",\"text\":\"Taken over\"}".formatted(channel)).ok();
    sandbox.awaitPosts(OWN, "Taken over", 1);
    JsonNode lines = api.get("/logs?kind=ACCOUNT_IMPORTED").body().get("items");
    assertThat(lines).hasSize(1);
    assertThat(lines.toString()).doesNotContain(session);
    api.delete("/accounts/" + account);
  }

  @Test
  void a_key_that_one_of_our_accounts_uses_is_not_used_a_second_time() {
    String account = imported(session(elsewhere(PHONE)));
    String session = exported(account, "TELETHON").ok().text("session");

    Api other = Api.newMember(node);
    Api.Answer refused =
        other.post("/sessions/import", Api.JSON.writeValueAsString(Map.of("sessions", session)));
    assertThat(codes(refused.ok().body())).containsExactly("account-already-connected");
    api.post("/accounts/" + account + "/channels/refresh", "").ok();
    assertThat(api.get("/accounts/" + account).text("state")).isEqualTo("CONNECTED");
    api.delete("/accounts/" + account);
  }

  @Test
  void a_session_that_telegram_has_ended_becomes_no_account() {
    StoredLogin login = elsewhere(PHONE);
    String session = session(login);
    try (TelegramClient client = gate().open(login, changed -> {})) {
      client.logOut();
    }
    assertThat(codes(taken(session).ok().body())).containsExactly("account-logged-out");
    assertThat(api.get("/accounts").body().get("items")).isEmpty();
  }

  @Test
  void nothing_too_much_and_what_is_no_zip_are_refused() {
    assertThat(taken(" \n ").code()).isEqualTo("invalid-input");
    assertThat(taken("x\n".repeat(51)).code()).isEqualTo("invalid-input");
    for (String tdata : new String[] {"AAAA", "not base64!"}) {
      Api.Answer refused = api.post("/sessions/import", "{\"tdata\":\"" + tdata + "\"}");
      assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("tdata");
    }
    assertThat(api.as("viewer").post("/sessions/import", "{\"sessions\":\"x\"}").status())
        .isEqualTo(403);
  }

  @Test
  void an_export_needs_a_fresh_proof_and_is_remembered() {
    String account = imported(session(elsewhere(PHONE)));
    assertThat(exported(account, "WORD").code()).isEqualTo("invalid-input");
    assertThat(
            Api.newMember(node)
                .post("/accounts/" + account + "/export", "{\"format\":\"MTCUTE\"}")
                .code())
        .isEqualTo("account-not-found");
    assertThat(
            api.as("viewer")
                .post("/accounts/" + account + "/export", "{\"format\":\"MTCUTE\"}")
                .status())
        .isEqualTo(403);
    node.bean(TestNode.SaidProof.class).say(false);
    assertThat(exported(account, "MTCUTE").code()).isEqualTo("reauthentication-needed");
    assertThat(audited(account)).isZero();

    node.bean(TestNode.SaidProof.class).say(true);
    Api.Answer exported = exported(account, "TELETHON").ok();
    assertThat(exported.raw().headers().firstValue("Cache-Control").orElse(""))
        .contains("no-store");
    assertThat(audited(account)).isEqualTo(1);
    assertThat(api.get("/logs?accountId=" + account).body().at("/items/0/kind").asString())
        .isEqualTo("ACCOUNT_EXPORTED");

    // paused here, it is free to be used elsewhere
    api.post("/accounts/" + account + "/pause", "").ok();
    ForeignSession session = ForeignSession.parse(exported.text("session"));
    try (TelegramClient client = gate().open(session.toLogin(0), login -> {})) {
      assertThat(client.self().firstName()).isEqualTo("Анна");
    }
    api.delete("/accounts/" + account);
  }

  private static long audited(String account) {
    return node.bean(ServiceDatabase.class)
        .sql()
        .sql(
            "select count(*) from audit_trail where action = 'account.export' and details->>'account' = :id")
        .param("id", account)
        .query(Long.class)
        .single();
  }

  @ParameterizedTest
  @CsvSource({
    "TELETHON, /usr/bin/python3, telethon/session.py, telethon",
    "GRAMJS, node, gramjs/session.cjs, node_modules/telegram",
    "MTCUTE, node, mtcute/session.mjs, node_modules/@mtcute/node"
  })
  void sessions_of_other_people_s_clients_come_in_and_go_out_again(
      String format, String program, String script, String needs) throws Exception {
    boolean there =
        needs.equals("telethon") ? hasTelethon() : Files.isDirectory(FOREIGN.resolve(needs));
    if (!there) {
      System.out.println("SKIPPED: sessions of " + format + " were not tried: it is not there");
    }
    assumeTrue(there, format);
    String account = imported(said(program, script, sandbox.address().toString(), "make", PHONE));
    String back = exported(account, format).ok().text("session");
    api.post("/accounts/" + account + "/pause", "").ok();
    assertThat(said(program, script, sandbox.address().toString(), "use", back)).isEqualTo("Анна");
    api.delete("/accounts/" + account);
  }

  @Test
  void the_folder_of_telegram_desktop_comes_in(@TempDir Path folder) throws Exception {
    assumeTrue(hasTelethon(), "Telethon");
    ForeignSession theirs = gate().foreign(elsewhere(PHONE), false);
    Path zip = folder.resolve("tdata.zip");
    run(
        "/usr/bin/python3",
        script("make_tdata.py"),
        zip.toString(),
        "secret",
        String.valueOf(theirs.dc()),
        "1",
        HexFormat.of().formatHex(theirs.key().toByteArray()));
    String tdata = Base64.getEncoder().encodeToString(Files.readAllBytes(zip));
    Api.Answer locked = api.post("/sessions/import", "{\"tdata\":\"" + tdata + "\"}");
    assertThat(locked.body().at("/errors/0/field").asString()).isEqualTo("passcode");

    Api.Answer opened =
        api.post("/sessions/import", "{\"tdata\":\"%s\",\"passcode\":\"secret\"}".formatted(tdata));
    JsonNode item = opened.ok().body().at("/items/0");
    assertThat(item.path("name").asString()).contains("Анна");
    api.delete("/accounts/" + item.get("accountId").asString());
  }

  @Test
  void the_folder_of_telegram_desktop_goes_out(@TempDir Path folder) throws Exception {
    assumeTrue(hasTelethon(), "Telethon");
    ForeignSession theirs = gate().foreign(elsewhere(PHONE), false);
    String account = imported(theirs.write(SessionFormat.TELETHON));
    String tdata = exported(account, "TDATA").ok().text("session");
    Path zip = Files.write(folder.resolve("tdata.zip"), Base64.getDecoder().decode(tdata));

    assertThat(said("/usr/bin/python3", script("read_tdata.py"), zip.toString()))
        .isEqualTo(
            "%d %d %s"
                .formatted(
                    theirs.dc(),
                    requireNonNull(theirs.user()).id(),
                    HexFormat.of().formatHex(theirs.key().toByteArray())));
    api.delete("/accounts/" + account);
  }

  private static String script(String name) {
    return TDATA.resolve(name).toAbsolutePath().toString();
  }

  private static boolean hasTelethon() throws Exception {
    try {
      return process("/usr/bin/python3", "-c", "import telethon").waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private static String said(String... command) throws Exception {
    return run(command).strip().lines().toList().getLast();
  }

  private static String run(String... command) throws Exception {
    Process process = process(command);
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  private static Process process(String... command) throws IOException {
    return new ProcessBuilder(command)
        .directory(FOREIGN.toFile())
        .redirectErrorStream(true)
        .start();
  }
}
