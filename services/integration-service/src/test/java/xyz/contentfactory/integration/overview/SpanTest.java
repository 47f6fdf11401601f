package xyz.contentfactory.integration.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.integration.overview.Span.Bucket;
import xyz.contentfactory.kit.problem.ProblemException;

class SpanTest {
  private static final Instant NOW = Instant.parse("2030-03-31T12:30:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Test
  void by_itself_it_is_the_last_day_in_hours() {
    Span span = Span.parse(null, null, null, ZoneId.of("UTC"), NOW);

    assertThat(span.begin()).isEqualTo(Instant.parse("2030-03-30T12:00:00Z"));
    assertThat(span.end()).isEqualTo(Instant.parse("2030-03-31T13:00:00Z"));
    assertThat(span.edges()).hasSize(25);
  }

  @Test
  void a_day_begins_at_a_persons_midnight_also_when_it_has_23_hours() {
    Span span = Span.parse(Instant.parse("2030-03-30T10:00:00Z"), null, Bucket.DAY, BERLIN, NOW);

    assertThat(span.edges())
        .containsExactly(
            Instant.parse("2030-03-29T23:00:00Z"), Instant.parse("2030-03-30T23:00:00Z"));
    assertThat(span.end()).isEqualTo(Instant.parse("2030-03-31T22:00:00Z"));
  }

  @Test
  void what_is_too_long_or_the_wrong_way_round_is_refused() {
    assertThatThrownBy(
            () -> Span.parse(Instant.parse("2029-01-01T00:00:00Z"), null, Bucket.HOUR, BERLIN, NOW))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Span.parse(NOW, NOW, Bucket.HOUR, BERLIN, NOW))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> Span.parse(Instant.MIN, null, Bucket.DAY, BERLIN, NOW))
        .isInstanceOf(ProblemException.class);
  }
}
