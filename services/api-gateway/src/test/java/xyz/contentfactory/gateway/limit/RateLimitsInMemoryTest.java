package xyz.contentfactory.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitsInMemoryTest {
  private static final Limit THREE_A_MINUTE = Limit.of("3/1m");

  private Instant now = Instant.parse("2030-01-01T12:00:00Z");
  private final RateLimitsInMemory limits = new RateLimitsInMemory(() -> now, 2);

  private Duration take(String key) {
    return limits.take(key, THREE_A_MINUTE).delay();
  }

  private void exhaust(String key) {
    for (int i = 0; i < 3; i++) {
      assertThat(take(key)).isZero();
    }
  }

  @Test
  void so_many_at_once_and_then_a_wait_until_the_next() {
    exhaust("a");

    assertThat(take("a")).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void permits_come_back_with_time_but_never_more_than_the_limit() {
    exhaust("a");
    now = now.plusSeconds(20);
    assertThat(take("a")).isZero();
    assertThat(take("a")).isPositive();
    now = now.plus(Duration.ofDays(1));
    exhaust("a");
    assertThat(take("a")).isPositive();
  }

  @Test
  void a_refused_attempt_does_not_prolong_the_wait() {
    exhaust("a");
    now = now.plusSeconds(10);
    take("a");
    now = now.plusSeconds(10);

    assertThat(take("a")).isZero();
  }

  @Test
  void keys_are_counted_apart_and_their_number_is_bounded() {
    exhaust("a");
    assertThat(take("b")).isZero();
    assertThat(take("c")).isZero(); // the third key: "a" is forgotten
    assertThat(take("a")).isZero();
  }

  @Test
  void a_clock_that_goes_back_gives_nothing() {
    exhaust("a");
    now = now.minusSeconds(3600);

    assertThat(take("a")).isPositive();
  }

  @Test
  void a_limit_is_read_from_text() {
    assertThat(Limit.of("30/1m")).isEqualTo(new Limit(30, Duration.ofMinutes(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Limit.of("30"));
    assertThatIllegalArgumentException().isThrownBy(() -> Limit.of("0/1m"));
    assertThatIllegalArgumentException().isThrownBy(() -> Limit.of("x/1m"));
  }
}
