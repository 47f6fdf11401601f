package xyz.contentfactory.integration.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Instant NOW = Instant.parse("2031-02-03T04:05:06Z");
  private static final UUID ANNA = UUID.randomUUID();
  private static final UUID BORIS = UUID.randomUUID();
  private static final UUID CLARA = UUID.randomUUID();

  private final Pace pace = new Pace(6);

  private static Pace.Answer answer(UUID row, @Nullable Integer seconds) {
    return new Pace.Answer(row, seconds == null ? null : NOW.plusSeconds(seconds));
  }

  @Test
  void starts_are_evenly_spaced_and_the_first_one_waits_for_nothing() {
    assertThat(pace.next(null, null)).isBefore(NOW);
    assertThat(pace.next(NOW, null)).isEqualTo(NOW.plusSeconds(10));
  }

  @Test
  void a_wait_of_the_installation_outlasts_the_gap() {
    assertThat(pace.next(NOW, NOW.plusSeconds(90))).isEqualTo(NOW.plusSeconds(90));
    assertThat(pace.next(NOW, NOW.plusSeconds(3))).isEqualTo(NOW.plusSeconds(10));
  }

  @Test
  void three_numbers_told_to_wait_one_after_the_other_hold_everybody() {
    assertThat(Pace.heldUntil(List.of(answer(CLARA, 30), answer(BORIS, 60), answer(ANNA, 90))))
        .isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void fewer_or_the_same_number_again_or_a_code_in_between_hold_nobody() {
    assertThat(Pace.heldUntil(List.of(answer(BORIS, 60), answer(ANNA, 90)))).isNull();
    assertThat(Pace.heldUntil(List.of(answer(ANNA, 5), answer(BORIS, 60), answer(ANNA, 90))))
        .isNull();
    assertThat(Pace.heldUntil(List.of(answer(CLARA, 30), answer(BORIS, null), answer(ANNA, 90))))
        .isNull();
  }
}
