package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.gateway.Browser.Answer;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.TestPostgres;

/// Keys of programs: made by a person, used at the edge, deleted; on two nodes of one database.
class ApiKeyTest {
  private static final DatabaseSettings DATABASE = TestPostgres.freshDatabase();
  private static final Path KEYRING = EdgeUnderTest.folder("keys");
  private static final EdgeUnderTest HERE =
      EdgeUnderTest.startOn(
          DATABASE,
          KEYRING,
          "--api-gateway.limits.login-per-address=1000/1m",
          "--api-gateway.limits.register-per-address=1000/1m",
          "--api-gateway.limits.per-key=30/1m");
  private static final EdgeUnderTest THERE = EdgeUnderTest.startOn(DATABASE, KEYRING);
  private static final String ADMIN =
      "{\"email\":\"admin@example.com\",\"password\":\"correct horse battery\"}";
  private static final AtomicInteger MEMBERS = new AtomicInteger();

  @BeforeAll
  static void registerTheAdmin() {
    HERE.browser().post("/api/auth/register", ADMIN);
  }

  @AfterAll
  static void stop() {
    HERE.close();
    THERE.close();
  }

  private static Browser signedIn(String member) {
    Browser cabinet = HERE.browser().asCabinet();
    assertThat(cabinet.post("/api/auth/login", member).status()).isEqualTo(200);
    return cabinet;
  }

  /// Somebody new, with a role of their own.
  private static Browser member(String role) {
    String member = ADMIN.replace("admin", "member" + MEMBERS.incrementAndGet());
    String id = HERE.browser().post("/api/auth/register", member).json().path("id").asString();
    HERE.database()
        .sql()
        .sql("update members set role = :role where id = :id::uuid")
        .param("role", role)
        .param("id", id)
        .update();
    return signedIn(member);
  }

  private static Answer make(Browser person, String scopes) {
    return person.post(
        "/api/auth/api-keys", "{\"name\":\"a robot\",\"scopes\":[%s]}".formatted(scopes));
  }

  private static JsonNode made(Browser person, String scopes) {
    Answer answer = make(person, scopes);
    assertThat(answer.status()).isEqualTo(201);
    return answer.json();
  }

  private static Browser program(EdgeUnderTest node, JsonNode made) {
    return node.browser().with("Authorization", "Bearer " + made.path("key").asString());
  }

  private static String idOf(JsonNode made) {
    return made.path("apiKey").path("id").asString();
  }

  private static Answer delete(Browser person, JsonNode made) {
    return person.send("DELETE", "/api/auth/api-keys/" + idOf(made), null);
  }

  private static JsonNode listed(Browser person) {
    return person.get("/api/auth/api-keys").json().path("items");
  }

  @Test
  void a_key_is_shown_once_and_then_only_by_its_beginning() {
    Browser person = member("user");
    JsonNode made = made(person, "\"publish\",\"read\"");
    String key = made.path("key").asString();
    String list = person.get("/api/auth/api-keys").body();

    assertThat(key).matches("cfk_[0-9A-Za-z]{49}");
    assertThat(made.path("apiKey").path("hint").asString()).isEqualTo(key.substring(0, 8));
    assertThat(list).contains(key.substring(0, 8)).doesNotContain(key);
    assertThat(listed(person).get(0).path("name").asString()).isEqualTo("a robot");
    assertThat(listed(person).get(0).path("scopes").toString()).isEqualTo("[\"read\",\"publish\"]");
  }

  @Test
  void only_its_hash_is_stored() {
    JsonNode made = made(member("user"), "\"read\"");
    String row =
        HERE.database()
            .sql()
            .sql("select k::text from api_keys k where id = :id::uuid")
            .param("id", idOf(made))
            .query(String.class)
            .single();

    assertThat(row).contains(made.path("apiKey").path("hint").asString());
    assertThat(row).doesNotContain(made.path("key").asString().substring(8, 20));
  }

  @Test
  void a_program_acts_for_its_member_within_what_the_key_is_for() {
    JsonNode made = made(member("user"), "\"read\"");
    Browser program = program(HERE, made);

    assertThat(program.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(program.get("/api/v1/probe").body()).isEqualTo("user");
    Answer beyond = program.post("/api/v1/probe", "{\"text\":\"a\",\"number\":1}");
    assertThat(beyond.status()).isEqualTo(403);
    assertThat(beyond.code()).isEqualTo("api-key-scope-missing");
    assertThat(beyond.json().path("scope").asString()).isEqualTo("publish");
    assertThat(beyond.header("WWW-Authenticate")).contains("insufficient_scope", "\"publish\"");
  }

  @Test
  void a_key_for_publishing_publishes_without_a_csrf_header() {
    Browser program = program(HERE, made(member("user"), "\"publish\""));

    assertThat(program.post("/api/v1/probe", "{\"text\":\"a\",\"number\":1}").status())
        .isEqualTo(200);
    assertThat(program.get("/api/v1/probe").code()).isEqualTo("api-key-scope-missing");
  }

  @Test
  void no_key_sees_or_makes_or_deletes_keys() {
    Browser admin = signedIn(ADMIN);
    JsonNode made = made(admin, "\"read\",\"publish\",\"connect\",\"admin\"");
    Browser program = program(HERE, made);

    assertThat(program.get("/api/auth/api-keys").code()).isEqualTo("api-key-scope-missing");
    assertThat(make(program, "\"read\"").code()).isEqualTo("api-key-scope-missing");
    assertThat(delete(program, made).code()).isEqualTo("api-key-scope-missing");
    assertThat(program.get("/api/v1/audit").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user   | \"admin\"             | not-yours",
        "viewer | \"read\",\"publish\"  | not-yours",
        "viewer | \"read\",\"connect\"  | not-yours",
        "admin  |                       | required",
        "admin  | null                  | required",
      })
  void a_key_may_not_be_made_for_more_than_its_member_may(String role, String scopes, String code) {
    Answer answer = make(member(role), scopes == null ? "" : scopes);

    assertThat(answer.code()).isEqualTo("invalid-input");
    assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("scopes");
    assertThat(answer.json().path("errors").get(0).path("code").asString()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"scopes\":[\"read\"]}",
        "{\"name\":\"  \",\"scopes\":[\"read\"]}",
        "{\"name\":\"a\",\"scopes\":[\"everything\"]}",
        "{\"name\":\"a\",\"scopes\":\"read\"}",
        "{\"name\":\"a\",\"scopes\":[\"read\"],\"expiresAt\":\"2029-01-01T00:00:00Z\"}",
        "{\"name\":\"a\",\"scopes\":[\"read\"],\"expiresAt\":\"2129-01-01T00:00:00Z\"}",
        "{\"name\":\"a\",\"scopes\":[\"read\"],\"expiresAt\":\"soon\"}",
        "{\"name\":\"a\",\"scopes\":[\"read\"],\"owner\":\"somebody\"}",
      })
  void what_is_not_a_wish_for_a_key_is_refused(String body) {
    Answer answer = member("user").post("/api/auth/api-keys", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-input");
  }

  @Test
  void making_one_needs_a_fresh_proof_and_deleting_does_not() {
    Browser person = member("user");
    JsonNode made = made(person, "\"read\"");
    EdgeUnderTest.advance(Duration.ofMinutes(11));
    assertThat(person.send("POST", "/api/auth/refresh", null).status()).isEqualTo(200);

    assertThat(make(person, "\"read\"").code()).isEqualTo("reauthentication-needed");
    assertThat(delete(person, made).status()).isEqualTo(204);
    assertThat(delete(person, made).code()).isEqualTo("api-key-not-found");
  }

  @Test
  void fifty_keys_are_enough() {
    Browser person = member("user");
    for (int i = 0; i < 50; i++) {
      assertThat(make(person, "\"read\"").status()).isEqualTo(201);
    }

    assertThat(make(person, "\"read\"").code()).isEqualTo("api-keys-full");
  }

  @Test
  void a_key_of_another_member_is_not_there() {
    JsonNode made = made(member("user"), "\"read\"");

    assertThat(delete(member("user"), made).code()).isEqualTo("api-key-not-found");
    assertThat(HERE.browser().get("/api/auth/api-keys").code()).isEqualTo("sign-in-needed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cfk_",
        "cfk_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg21hK4S",
        "cfk_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg000000",
      })
  void a_wrong_key_is_refused_by_its_own_code(String key) {
    Answer answer = HERE.browser().with("Authorization", "Bearer " + key).get("/api/auth/me");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("api-key-invalid");
    assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
  }

  @Test
  void a_key_ends_at_its_time_and_its_use_after_that_is_audited_once_a_minute() {
    Browser person = member("user");
    Instant end = EdgeUnderTest.now().plusSeconds(60);
    JsonNode made =
        person
            .post(
                "/api/auth/api-keys",
                "{\"name\":\"short\",\"scopes\":[\"read\"],\"expiresAt\":\"%s\"}".formatted(end))
            .json();
    Browser program = program(HERE, made);
    assertThat(program.get("/api/auth/me").status()).isEqualTo(200);
    EdgeUnderTest.advance(Duration.ofSeconds(60));

    assertThat(program.get("/api/auth/me").code()).isEqualTo("api-key-invalid");
    assertThat(program.get("/api/auth/me").code()).isEqualTo("api-key-invalid");
    assertThat(listed(person).get(0).path("expired").asBoolean()).isTrue();
    assertThat(linesOf("api-key.use", idOf(made))).isEqualTo(1);
  }

  @Test
  void a_key_deleted_on_one_node_ends_on_the_other() {
    Browser person = member("user");
    JsonNode made = made(person, "\"read\"");
    Browser there = program(THERE, made);
    assertThat(there.get("/api/auth/me").status()).isEqualTo(200);

    assertThat(delete(person, made).status()).isEqualTo(204);
    assertThat(program(HERE, made).get("/api/auth/me").code()).isEqualTo("api-key-invalid");
    Awaitility.await("the other node has heard of it")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> there.get("/api/auth/me").code().equals("api-key-invalid"));
  }

  @Test
  void what_the_member_may_is_known_a_second_later_without_being_told() {
    JsonNode made = made(member("user"), "\"publish\"");
    Browser there = program(THERE, made);
    String note = "{\"text\":\"a\",\"number\":1}";
    assertThat(there.post("/api/v1/probe", note).status()).isEqualTo(200);
    HERE.database()
        .sql()
        .sql(
            """
            update members set role = 'viewer'
             where id = (select member_id from api_keys where id = :id::uuid)
            """)
        .param("id", idOf(made))
        .update();
    EdgeUnderTest.advance(Duration.ofSeconds(1));

    assertThat(there.post("/api/v1/probe", note).code()).isEqualTo("not-allowed");
  }

  @Test
  void the_member_sees_when_and_from_where_a_key_was_used_last_to_the_minute() {
    Browser person = member("user");
    Browser program = program(HERE, made(person, "\"read\""));
    assertThat(listed(person).get(0).has("lastUsedAt")).isFalse();
    Instant first = EdgeUnderTest.now();
    program.get("/api/auth/me");
    EdgeUnderTest.advance(Duration.ofSeconds(30));
    program.get("/api/auth/me");

    assertThat(Instant.parse(listed(person).get(0).path("lastUsedAt").asString())).isEqualTo(first);
    assertThat(listed(person).get(0).path("lastUsedAddress").asString()).isEqualTo("127.0.0.1");
    EdgeUnderTest.advance(Duration.ofSeconds(30));
    program.get("/api/auth/me");
    assertThat(Instant.parse(listed(person).get(0).path("lastUsedAt").asString()))
        .isEqualTo(first.plusSeconds(60));
  }

  @Test
  void a_key_has_a_limit_of_its_own_and_tells_of_it() {
    Browser person = member("user");
    Browser program = program(HERE, made(person, "\"read\""));
    Answer first = program.get("/api/auth/me");
    assertThat(first.header("RateLimit-Policy")).contains("\"per-key\";q=30;w=60");
    for (int i = 0; i < 29; i++) {
      program.get("/api/auth/me");
    }

    assertThat(program.get("/api/auth/me").code()).isEqualTo("too-many-requests");
    assertThat(program(HERE, made(person, "\"read\"")).get("/api/auth/me").status()).isEqualTo(200);
  }

  @Test
  void making_and_deleting_are_audited_without_the_key() {
    Browser person = member("user");
    JsonNode made = made(person, "\"read\"");
    delete(person, made);

    assertThat(linesOf("api-key.create", idOf(made))).isEqualTo(1);
    assertThat(linesOf("api-key.delete", idOf(made))).isEqualTo(1);
    assertThat(
            HERE.database()
                .sql()
                .sql("select count(*) from audit_trail where details::text like :key")
                .param("key", "%" + made.path("key").asString().substring(4) + "%")
                .query(Integer.class)
                .single())
        .isZero();
  }

  private static int linesOf(String action, String key) {
    return HERE.database()
        .sql()
        .sql(
            "select count(*) from audit_trail where action = :action and details->>'apiKey' = :key")
        .param("action", action)
        .param("key", key)
        .query(Integer.class)
        .single();
  }
}
