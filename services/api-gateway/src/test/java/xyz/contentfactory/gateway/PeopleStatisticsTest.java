package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The numbers of people, for admins only.
class PeopleStatisticsTest {
  private static final EdgeUnderTest EDGE = EdgeUnderTest.start();

  @AfterAll
  static void stop() {
    EDGE.close();
  }

  private static String register(String name) {
    String body =
        "{\"email\":\"%s@example.com\",\"password\":\"correct horse battery\"}".formatted(name);
    assertThat(EDGE.browser().post("/api/auth/register", body).status()).isEqualTo(201);
    return body;
  }

  private static Browser signedIn(String body) {
    Browser cabinet = EDGE.browser().asCabinet();
    assertThat(cabinet.post("/api/auth/login", body).status()).isEqualTo(200);
    return cabinet;
  }

  @Test
  void an_admin_sees_how_many_there_are_by_role_and_day_and_nobody_else_does() {
    String admin = register("admin");
    signedIn(register("early"));
    EdgeUnderTest.advance(Duration.ofDays(2));
    String late = register("late");
    assertThat(signedIn(late).get("/api/v1/statistics/people").code()).isEqualTo("not-allowed");
    assertThat(EDGE.browser().get("/api/v1/statistics/people").code()).isEqualTo("sign-in-needed");

    EDGE.database()
        .sql()
        .sql("update members set blocked_at = created_at where email = 'early@example.com'")
        .update();
    JsonNode people = signedIn(admin).get("/api/v1/statistics/people").json();

    assertThat(people.path("all").asInt()).isEqualTo(3);
    assertThat(people.path("roles").toString())
        .isEqualTo(
            """
            [{"role":"admin","count":1},{"role":"user","count":2},{"role":"viewer","count":0}]\
            """);
    assertThat(people.path("blocked").asInt()).isEqualTo(1);
    assertThat(people.path("unconfirmed").asInt()).isEqualTo(3);
    assertThat(people.path("seenLastDay").asInt()).as("admin and late").isEqualTo(2);
    JsonNode days = people.path("days");
    assertThat(days).hasSize(14);
    assertThat(days.path(13).path("registered").asInt()).isEqualTo(1);
    assertThat(days.path(11).path("registered").asInt()).isEqualTo(2);
  }
}
