package xyz.contentfactory.integration.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DayTest {
  private static Day at(String now, String zone) {
    return Day.until(Instant.parse(now), ZoneId.of(zone));
  }

  @Test
  void a_day_is_24_hours_and_the_last_one_is_still_running() {
    Day day = at("2030-01-02T12:34:56Z", "Europe/Moscow");

    assertThat(day.edges()).hasSize(24);
    assertThat(day.begin()).isEqualTo("2030-01-01T13:00:00Z");
    assertThat(day.edges().getLast()).isEqualTo("2030-01-02T12:00:00Z");
    assertThat(day.end()).isEqualTo("2030-01-02T13:00:00Z");
  }

  @Test
  void where_the_clock_is_half_an_hour_off_the_hours_begin_at_half_past() {
    assertThat(at("2030-01-02T12:34:56Z", "Asia/Kolkata").edges().getLast())
        .isEqualTo("2030-01-02T12:30:00Z");
    assertThat(at("2030-01-02T12:20:00Z", "Asia/Kolkata").edges().getLast())
        .isEqualTo("2030-01-02T11:30:00Z");
  }

  @Test
  void when_the_clocks_change_the_hours_stay_as_long_as_they_are() {
    Day day = at("2030-03-31T12:00:00Z", "Europe/Berlin");

    assertThat(Duration.between(day.begin(), day.end())).isEqualTo(Duration.ofHours(24));
    assertThat(day.edges()).doesNotHaveDuplicates().isSorted();
  }
}
