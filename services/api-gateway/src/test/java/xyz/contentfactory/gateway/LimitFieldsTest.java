package xyz.contentfactory.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.gateway.Browser.Answer;

/// What a client is told of its limits, and whose requests are added up.
class LimitFieldsTest {
  private static final EdgeUnderTest EDGE =
      EdgeUnderTest.start(
          "--api-gateway.trusted-proxies=127.0.0.1",
          "--api-gateway.limits.per-address=20/1m",
          "--api-gateway.limits.per-member=5/1m");
  private static final String OWNER =
      "{\"email\":\"owner@example.com\",\"password\":\"pass word of mine\"}";

  static {
    EDGE.browser().post("/api/auth/register", OWNER);
  }

  @AfterAll
  static void stop() {
    EDGE.close();
  }

  /// Every test begins with full buckets.
  @BeforeEach
  void letAnHourPass() {
    EdgeUnderTest.advance(Duration.ofHours(1));
  }

  @Test
  void every_answer_of_the_api_tells_what_is_left_in_both_ways() {
    Answer answer = EDGE.browser().get("/api/v1/health/live");

    assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"per-address\";q=20;w=60");
    assertThat(answer.header("RateLimit")).isEqualTo("\"per-address\";r=19;t=3");
    assertThat(answer.header("RateLimit-Limit")).isEqualTo("20");
    assertThat(answer.header("RateLimit-Remaining")).isEqualTo("19");
    assertThat(answer.header("RateLimit-Reset")).isEqualTo("3");
    assertThat(EDGE.browser().get("/").header("RateLimit")).isEmpty();
  }

  @Test
  void the_counter_that_is_closest_to_its_end_is_the_one_told() {
    String token =
        EDGE.browser().post("/api/auth/login", OWNER).json().path("access_token").asString();
    Browser program = EDGE.browser().with("Authorization", "Bearer " + token);
    Answer first = program.get("/api/auth/me");

    assertThat(first.header("RateLimit-Policy"))
        .isEqualTo("\"per-address\";q=20;w=60, \"per-member\";q=5;w=60");
    assertThat(first.header("RateLimit")).startsWith("\"per-member\";r=4;");
    for (int i = 0; i < 4; i++) {
      program.get("/api/auth/me");
    }
    Answer refused = program.get("/api/auth/me");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("RateLimit-Remaining")).isEqualTo("0");
    assertThat(refused.header("Retry-After")).isEqualTo("12");
  }

  @Test
  void guessing_tokens_and_keys_costs_the_address() {
    int refused = 0;
    for (int i = 0; i < 25; i++) {
      Browser guess = EDGE.browser().with("Authorization", "Bearer cfk_" + i);
      refused += guess.get("/api/auth/me").status() == 429 ? 1 : 0;
    }

    assertThat(refused).isEqualTo(5);
  }

  @Test
  void behind_our_proxy_each_client_has_its_own_count_and_cannot_choose_another() {
    for (int i = 0; i < 25; i++) {
      EDGE.browser()
          .with("X-Forwarded-For", "198.51.100." + i + ", 192.0.2.1")
          .get("/api/v1/health/live");
    }

    assertThat(from("192.0.2.1")).isEqualTo(429);
    assertThat(from("192.0.2.2")).isEqualTo(200);
    assertThat(from("2001:dead:0:1::1")).isEqualTo(200);
  }

  @Test
  void a_network_of_64_bits_is_one_client() {
    for (int i = 0; i < 25; i++) {
      from("2001:dead:0:7::" + i);
    }

    assertThat(from("2001:dead:0:7:ffff::1")).isEqualTo(429);
    assertThat(from("2001:dead:0:8::1")).isEqualTo(200);
  }

  private static int from(String client) {
    return EDGE.browser().with("X-Forwarded-For", client).get("/api/v1/health/live").status();
  }
}
