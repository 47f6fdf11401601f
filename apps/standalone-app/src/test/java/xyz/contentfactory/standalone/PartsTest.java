package xyz.contentfactory.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

  private final List<String> closed = new ArrayList<>();
  private final Parts parts = new Parts();

  @Test
  void the_last_one_started_is_closed_first_and_only_once() {
    parts.started(part("database"));
    parts.started(part("sandbox"));
    parts.started(part("web"));

    parts.close();
    parts.close();

    assertThat(closed).containsExactly("web", "sandbox", "database");
  }

  @Test
  void a_part_that_fails_to_stop_does_not_keep_the_others_open() {
    parts.started(part("database"));
    parts.started(() -> {
      throw new IllegalStateException("cannot stop");
    });

    parts.close();

    assertThat(closed).containsExactly("database");
  }

  @Test
  void what_comes_up_after_the_stop_is_closed_at_once() {
    parts.close();

    assertThatThrownBy(() -> parts.started(part("database"))).isInstanceOf(StartRefused.class);
    assertThat(closed).containsExactly("database");
  }

  private AutoCloseable part(String name) {
    return () -> closed.add(name);
  }
}
