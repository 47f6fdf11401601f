package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.gateway.Browser.Answer;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.TestPostgres;

/// Seeing and ending one's sessions, on two nodes of one database.
class OwnSessionsTest {
  private static final DatabaseSettings DATABASE = TestPostgres.freshDatabase();
  private static final Path KEYS = EdgeUnderTest.folder("keys");
  private static final EdgeUnderTest HERE = EdgeUnderTest.startOn(DATABASE, KEYS);
  private static final EdgeUnderTest THERE = EdgeUnderTest.startOn(DATABASE, KEYS);
  private static final String SOMEBODY =
      "{\"email\":\"somebody@example.com\",\"password\":\"correct horse battery\"}";
  private static final String ELSE = SOMEBODY.replace("somebody", "else");

  @BeforeAll
  static void register() {
    HERE.browser().post("/api/auth/register", SOMEBODY);
    HERE.browser().post("/api/auth/register", ELSE);
  }

  @AfterAll
  static void stop() {
    HERE.close();
    THERE.close();
  }

  private static Browser signedIn(EdgeUnderTest node, String who, String agent) {
    Browser cabinet = node.browser().asCabinet().with("User-Agent", agent);
    assertThat(cabinet.post("/api/auth/login", who).status()).isEqualTo(200);
    return cabinet;
  }

  private static JsonNode currentOf(Browser browser) {
    for (JsonNode item : browser.get("/api/auth/sessions").json().path("items")) {
      if (item.path("current").asBoolean()) {
        return item;
      }
    }
    throw new AssertionError("no current session");
  }

  /// The edge refuses it soon: each node looks every 500 ms. How soon is no matter of this test,
  /// for the machine may be busy.
  private static void awaitOut(Browser browser) {
    Awaitility.await("the session is over")
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> browser.get("/api/auth/me").status() == 401);
  }

  @Test
  void a_session_is_shown_with_its_device_address_method_and_times() {
    Browser cabinet =
        signedIn(
            HERE,
            SOMEBODY,
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0");
    JsonNode shown = currentOf(cabinet);

    assertThat(shown.path("browser").asString()).isEqualTo("Firefox");
    assertThat(shown.path("system").asString()).isEqualTo("Windows");
    assertThat(shown.path("address").asString()).isEqualTo("127.0.0.1");
    assertThat(shown.path("method").asString()).isEqualTo("password");
    assertThat(Instant.parse(shown.path("lastSeenAt").asString())).isEqualTo(EdgeUnderTest.now());
  }

  @Test
  void a_refresh_is_seen() {
    Browser one = signedIn(HERE, SOMEBODY, "one");
    String id = currentOf(one).path("id").asString();
    EdgeUnderTest.advance(Duration.ofMinutes(5));
    one.send("POST", "/api/auth/refresh", null);
    Browser other = signedIn(HERE, SOMEBODY, "other");
    EdgeUnderTest.advance(Duration.ofMinutes(1));

    for (JsonNode item : other.get("/api/auth/sessions").json().path("items")) {
      if (item.path("id").asString().equals(id)) {
        assertThat(Instant.parse(item.path("lastSeenAt").asString()))
            .isEqualTo(EdgeUnderTest.now().minus(Duration.ofMinutes(1)));
      }
    }
  }

  @Test
  void a_session_that_is_used_every_day_ends_after_ninety_days_all_the_same() {
    Browser daily = signedIn(HERE, SOMEBODY, "daily");
    Browser rare = signedIn(HERE, SOMEBODY, "rare");
    for (int day = 1; day < 90; day++) {
      EdgeUnderTest.advance(Duration.ofDays(1));
      assertThat(daily.send("POST", "/api/auth/refresh", null).status()).isEqualTo(200);
      if (day == 31) {
        assertThat(rare.send("POST", "/api/auth/refresh", null).code())
            .isEqualTo("refresh-token-invalid");
      }
    }
    EdgeUnderTest.advance(Duration.ofDays(1));
    assertThat(daily.send("POST", "/api/auth/refresh", null).code())
        .isEqualTo("refresh-token-invalid");
    assertThat(daily.get("/api/auth/me").status()).isEqualTo(401);
  }

  @Test
  void ending_a_session_on_one_node_ends_it_on_the_other() {
    Browser elsewhere = signedIn(THERE, SOMEBODY, "elsewhere");
    String id = currentOf(elsewhere).path("id").asString();
    Browser here = signedIn(HERE, SOMEBODY, "here");

    assertThat(here.send("DELETE", "/api/auth/sessions/" + id, null).status()).isEqualTo(204);
    awaitOut(elsewhere);
    assertThat(elsewhere.send("POST", "/api/auth/refresh", null).status()).isEqualTo(401);
    assertThat(here.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(here.send("DELETE", "/api/auth/sessions/" + id, null).code())
        .isEqualTo("session-not-found");
  }

  @Test
  void ending_all_others_leaves_this_one() {
    Browser elsewhere = signedIn(THERE, SOMEBODY, "elsewhere");
    Browser here = signedIn(HERE, SOMEBODY, "here");

    assertThat(here.send("POST", "/api/auth/sessions/end-others", null).status()).isEqualTo(204);
    awaitOut(elsewhere);
    assertThat(here.get("/api/auth/sessions").json().path("items")).hasSize(1);
    assertThat(here.get("/api/auth/me").status()).isEqualTo(200);
  }

  @Test
  void a_session_of_another_member_is_not_there() {
    String id = currentOf(signedIn(HERE, SOMEBODY, "mine")).path("id").asString();
    Answer answer = signedIn(HERE, ELSE, "theirs").send("DELETE", "/api/auth/sessions/" + id, null);

    assertThat(answer.code()).isEqualTo("session-not-found");
    assertThat(HERE.browser().get("/api/auth/sessions").code()).isEqualTo("sign-in-needed");
  }
}
