package xyz.contentfactory.telegram.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.telegram.crypto.Entropy;

class BackoffTest {
  private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofMinutes(1));

  @Test
  void the_bound_doubles_up_to_the_limit() {
    assertThat(IntStream.of(1, 2, 3, 7, 8, 1_000_000).mapToObj(backoff::bound))
        .containsExactly(
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(32),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1));
  }

  @Test
  void a_wait_is_anything_between_nothing_and_the_bound() {
    assertThat(backoff.delay(1, saying(0))).isZero();
    assertThat(backoff.delay(1, saying(500))).isEqualTo(Duration.ofMillis(500));
    assertThat(backoff.delay(1, saying(501))).isZero();
    assertThat(backoff.delay(1, saying(-1))).isBetween(Duration.ZERO, Duration.ofMillis(500));
    assertThat(backoff.delay(1, saying(Long.MIN_VALUE)).isNegative()).isFalse();
  }

  @Test
  void a_limit_below_the_base_is_refused() {
    assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Entropy saying(long number) {
    return target -> ByteBuffer.wrap(target).putLong(number);
  }
}
