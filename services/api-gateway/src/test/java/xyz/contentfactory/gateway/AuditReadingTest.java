package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.gateway.Browser.Answer;
import xyz.contentfactory.kit.rotation.Rotation;

/// The audit trail as an admin reads it and takes it away, and what the edge adds to it.
class AuditReadingTest {
  private static final EdgeUnderTest EDGE =
      EdgeUnderTest.start(
          "--api-gateway.limits.login-per-address=1000/1m",
          "--api-gateway.limits.login-per-account=1000/1m",
          "--api-gateway.limits.per-member=40/1m");
  private static final String ADMIN =
      "{\"email\":\"admin@example.com\",\"password\":\"correct horse battery\"}";
  private static final String USER =
      "{\"email\":\"olga@example.com\",\"username\":\"Olga\",\"password\":\"correct horse battery\"}";
  private static final String LOGIN =
      "{\"email\":\"olga@example.com\",\"password\":\"correct horse battery\"}";
  private static String userId = "";

  @BeforeAll
  static void register() {
    EDGE.browser().post("/api/auth/register", ADMIN);
    userId = EDGE.browser().post("/api/auth/register", USER).json().path("id").asString();
  }

  /// Every test begins with full buckets.
  @BeforeEach
  void letAnHourPass() {
    EdgeUnderTest.advance(Duration.ofHours(1));
  }

  @AfterAll
  static void stop() {
    EDGE.close();
  }

  private static Browser signedIn(String member) {
    Browser cabinet = EDGE.browser().asCabinet();
    assertThat(cabinet.post("/api/auth/login", member).status()).isEqualTo(200);
    return cabinet;
  }

  private static List<JsonNode> lines(Browser admin, String query) {
    Answer answer = admin.get("/api/v1/audit?" + query);
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    List<JsonNode> lines = new ArrayList<>();
    answer.json().path("items").forEach(lines::add);
    return lines;
  }

  private static List<String> actions(Browser admin, String query) {
    return lines(admin, query).stream().map(line -> line.path("action").asString()).toList();
  }

  /// What Olga was refused since then, newest first, as soon as the trail has that many lines.
  private static List<JsonNode> refusals(Instant since, int atLeast) {
    awaitRefusals(since, atLeast);
    return lines(signedIn(ADMIN), "member=olga&action=request.refused&from=" + since);
  }

  /// A line is written once the answer has left, so whoever was answered may be ahead of it.
  private static void awaitRefusals(Instant since, int atLeast) {
    Awaitility.await("the lines are written")
        .untilAsserted(() -> assertThat(refusalsWritten(since)).isGreaterThanOrEqualTo(atLeast));
  }

  private static long refusalsWritten(Instant since) {
    return EDGE.database()
        .sql()
        .sql(
            """
            select count(*) from audit_trail
             where action = 'request.refused' and member_id = :member and at >= :since
            """)
        .param("member", UUID.fromString(userId))
        .param("since", java.sql.Timestamp.from(since))
        .query(Long.class)
        .single();
  }

  private static void write(UUID member, Instant at, String action, String address, String detail) {
    EDGE.database()
        .sql()
        .sql(
            """
            insert into audit_trail (id, at, member_id, action, outcome, address, details)
            values (gen_random_uuid(), :at, :member, :action, 'OK', :address,
                    jsonb_build_object('text', :detail::text))
            """)
        .param("at", java.sql.Timestamp.from(at))
        .param("member", member)
        .param("action", action)
        .param("address", address)
        .param("detail", detail)
        .update();
  }

  @Test
  void a_line_says_who_did_what_when_from_where_and_how_it_ended() {
    signedIn(LOGIN);
    JsonNode line = lines(signedIn(ADMIN), "member=olga&action=member.sign-in").getFirst();

    assertThat(line.path("memberId").asString()).isEqualTo(userId);
    assertThat(line.path("memberName").asString()).isEqualTo("Olga");
    assertThat(line.path("outcome").asString()).isEqualTo("OK");
    assertThat(line.path("address").asString()).isEqualTo("127.0.0.1");
    assertThat(Instant.parse(line.path("at").asString())).isEqualTo(EdgeUnderTest.now());
    assertThat(line.path("details").isObject()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"olga", "OLGA", "olga@example.com", "id"})
  void a_member_is_found_by_name_e_mail_or_id(String named) {
    signedIn(LOGIN);
    String member = named.equals("id") ? userId : named;

    assertThat(lines(signedIn(ADMIN), "member=" + member))
        .isNotEmpty()
        .allMatch(line -> line.path("memberId").asString().equals(userId));
  }

  @Test
  void every_filter_leaves_what_it_says() {
    UUID somebody = UUID.randomUUID();
    Instant at = EdgeUnderTest.now();
    write(somebody, at, "test.one", "192.0.2.1", "a");
    write(somebody, at.plusSeconds(1), "test.two", "192.0.2.2", "b");
    EDGE.browser().post("/api/auth/login", LOGIN.replace("battery", "wrong"));
    Browser admin = signedIn(ADMIN);
    String own = "member=" + somebody;

    assertThat(actions(admin, own)).containsExactly("test.two", "test.one");
    assertThat(actions(admin, own + "&action=test.one")).containsExactly("test.one");
    assertThat(actions(admin, own + "&address=192.0.2.2")).containsExactly("test.two");
    assertThat(actions(admin, own + "&from=" + at.plusSeconds(1))).containsExactly("test.two");
    assertThat(actions(admin, own + "&to=" + at.plusSeconds(1))).containsExactly("test.one");
    assertThat(actions(admin, own + "&outcome=REFUSED")).isEmpty();
    assertThat(actions(admin, "member=nobody+of+this+name")).isEmpty();
    assertThat(lines(admin, "outcome=REFUSED&from=" + at))
        .isNotEmpty()
        .allMatch(line -> line.path("outcome").asString().equals("REFUSED"));
  }

  @Test
  void pages_continue_where_the_last_one_ended_even_within_one_moment() {
    UUID somebody = UUID.randomUUID();
    for (int i = 0; i < 7; i++) {
      write(somebody, EdgeUnderTest.now(), "test.page", "192.0.2.1", "line " + i);
    }
    Browser admin = signedIn(ADMIN);
    List<String> seen = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonNode page = admin.get("/api/v1/audit?limit=3&member=" + somebody + cursor).json();
      page.path("items").forEach(line -> seen.add(line.path("id").asString()));
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asString() : "";
      pages++;
    } while (!cursor.isEmpty());

    assertThat(pages).isEqualTo(3);
    assertThat(seen).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void the_trails_of_all_services_are_one_in_pages_filters_and_the_file() {
    UUID olga = UUID.fromString(userId);
    String since = "member=olga&from=" + EdgeUnderTest.now();
    for (int i = 0; i < 5; i++) {
      Instant at = EdgeUnderTest.now().plusSeconds(i / 2);
      write(olga, at, "test.own", "192.0.2.1", "line " + i);
      EDGE.bean(OtherTrail.class).write(olga, at, "test.other");
    }
    Browser admin = signedIn(ADMIN);
    List<JsonNode> all = lines(admin, since);
    List<JsonNode> paged = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = admin.get("/api/v1/audit?limit=3&" + since + cursor).json();
      page.path("items").forEach(paged::add);
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asString() : "";
    } while (!cursor.isEmpty());

    assertThat(paged).isEqualTo(all).hasSize(10).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(line -> line.path("at").asString())
        .isSortedAccordingTo(Comparator.<String, Instant>comparing(Instant::parse).reversed());
    List<JsonNode> other = lines(admin, since + "&action=test.other");
    assertThat(other)
        .hasSize(5)
        .allMatch(line -> line.path("memberName").asString().equals("Olga"))
        .allMatch(line -> line.at("/details/from").asString().equals("elsewhere"));
    assertThat(lines(admin, since + "&address=192.0.2.9")).isEqualTo(other);
    assertThat(admin.get("/api/v1/audit/export?" + since).body().split("\r\n"))
        .hasSize(11)
        .filteredOn(row -> row.contains("test.other"))
        .hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=201",
        "limit=x",
        "cursor=x",
        "cursor=1_2",
        "outcome=MAYBE",
        "from=today",
        "to=%2B999999999-01-01T00:00:00Z",
        "from=-0001-01-01T00:00:00Z",
        "member=%00"
      })
  void what_is_no_filter_is_refused(String query) {
    Answer answer = signedIn(ADMIN).get("/api/v1/audit?" + query);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid-input");
  }

  @Test
  void only_an_admin_reads_it() {
    for (String path : List.of("/api/v1/audit", "/api/v1/audit/export")) {
      assertThat(signedIn(LOGIN).get(path).code()).isEqualTo("not-allowed");
      assertThat(EDGE.browser().get(path).code()).isEqualTo("sign-in-needed");
    }
  }

  @Test
  void the_export_has_every_line_of_the_filter_as_csv_and_is_audited_itself() {
    UUID somebody = UUID.randomUUID();
    EDGE.database()
        .sql()
        .sql(
            """
            insert into audit_trail (id, at, member_id, action, outcome, address, details)
            select gen_random_uuid(), now(), :member, 'test.many', 'OK', '192.0.2.1', '{}'
              from generate_series(1, 2500)
            """)
        .param("member", somebody)
        .update();
    write(somebody, EdgeUnderTest.now(), "test.formula", "=1+1", "a \"b\", c");
    Browser admin = signedIn(ADMIN);
    Answer answer = admin.get("/api/v1/audit/export?member=" + somebody);
    List<String> rows = List.of(answer.body().split("\r\n", -1));

    assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"audit.csv\"");
    assertThat(rows).hasSize(1 + 2501 + 1).endsWith("").doesNotHaveDuplicates();
    assertThat(rows.getFirst())
        .isEqualTo("\uFEFFat,id,action,outcome,member_id,member,address,details");
    assertThat(rows.get(1))
        .contains(",test.formula,OK," + somebody + ",,'=1+1,")
        .endsWith("\"{\"\"text\"\":\"\"a \\\"\"b\\\"\", c\"\"}\"");
    assertThat(
            lines(admin, "action=audit.export")
                .getFirst()
                .path("details")
                .path("member")
                .asString())
        .isEqualTo(somebody.toString());
  }

  @Test
  void a_refused_permission_is_a_line_once_a_minute_for_each_endpoint() {
    Browser user = signedIn(LOGIN);
    Instant begin = EdgeUnderTest.now();
    for (int i = 0; i < 5; i++) {
      user.get("/api/v1/audit");
    }
    EdgeUnderTest.advance(Duration.ofSeconds(1)); // lines of one moment have no order
    user.get("/api/v1/audit/export");
    awaitRefusals(begin, 2);
    EdgeUnderTest.advance(Duration.ofMinutes(1));
    user.get("/api/v1/audit");
    List<JsonNode> lines = refusals(begin, 3);

    assertThat(lines)
        .extracting(line -> line.path("details").path("endpoint").asString())
        .containsExactly("GET /api/v1/audit", "GET /api/v1/audit/export", "GET /api/v1/audit");
    assertThat(lines.getFirst().path("outcome").asString()).isEqualTo("REFUSED");
    assertThat(lines.getFirst().path("details").path("code").asString()).isEqualTo("not-allowed");
  }

  @Test
  void a_limit_that_is_exceeded_is_a_line() {
    Browser user = signedIn(LOGIN);
    Instant begin = EdgeUnderTest.now();
    for (int i = 0; i < 45; i++) {
      user.get("/api/auth/me");
    }

    assertThat(refusals(begin, 1))
        .singleElement()
        .satisfies(line -> {
          assertThat(line.path("details").path("code").asString()).isEqualTo("too-many-requests");
          assertThat(line.path("details").path("endpoint").asString())
              .isEqualTo("GET /api/auth/me");
        });
  }

  @Test
  void a_key_that_is_not_meant_for_something_is_named() {
    Browser user = signedIn(LOGIN);
    Instant begin = EdgeUnderTest.now();
    JsonNode made =
        user.post("/api/auth/api-keys", "{\"name\":\"reader\",\"scopes\":[\"read\"]}").json();
    EDGE.browser()
        .with("Authorization", "Bearer " + made.path("key").asString())
        .post("/api/v1/probe", "{\"text\":\"a\",\"number\":1}");
    List<JsonNode> lines = refusals(begin, 1);

    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().path("details").path("apiKey").asString())
        .isEqualTo(made.path("apiKey").path("id").asString());
    assertThat(lines.getFirst().path("details").path("code").asString())
        .isEqualTo("api-key-scope-missing");
  }

  @Test
  void whoever_is_not_known_leaves_no_such_line() {
    Instant begin = EdgeUnderTest.now();
    EDGE.browser().get("/api/v1/audit");
    EDGE.browser().with("X-Session", "cookie").post("/api/auth/refresh", "{}");

    assertThat(lines(signedIn(ADMIN), "action=request.refused&from=" + begin)).isEmpty();
  }

  @Test
  void an_admin_changes_the_key_once_at_a_time_and_the_trail_says_so() {
    Browser admin = signedIn(ADMIN);
    int version = admin.get("/api/v1/admin/keys").json().path("version").asInt();
    Answer begun = admin.send("POST", "/api/v1/admin/keys/rotate", null);

    assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
    assertThat(begun.json().path("version").asInt()).isEqualTo(version + 1);
    assertThat(begun.json().path("underWay").asBoolean()).isTrue();
    assertThat(admin.send("POST", "/api/v1/admin/keys/rotate", null).code())
        .isEqualTo("key-change-under-way");
    assertThat(signedIn(LOGIN).send("POST", "/api/v1/admin/keys/rotate", null).code())
        .isEqualTo("not-allowed");
    JsonNode line = lines(admin, "action=keys.rotate").getFirst();
    assertThat(line.at("/details/former").asString()).isEqualTo(Integer.toString(version));
    EdgeUnderTest.advance(Rotation.STRAGGLERS.plusSeconds(1));
    Awaitility.await("the former key is dropped")
        .until(() -> !EDGE.bean(Rotation.class).status().underWay());
    assertThat(lines(signedIn(ADMIN), "action=keys.rotate")).hasSize(1);
  }
}
