package xyz.contentfactory.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir Path temporary;

  @Test
  void a_second_holder_is_refused_and_told_the_first() throws Exception {
    try (var first = DataFolder.hold(temporary.resolve("data"))) {
      assertThat(first.folder("logs")).isEqualTo(temporary.resolve("data/logs"));
      assertThatThrownBy(() -> DataFolder.hold(temporary.resolve("data")))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining(
              "in use by another Content Factory (process %d)", ProcessHandle.current().pid());
    }
  }

  @Test
  void it_is_free_again_when_the_holder_lets_go() throws Exception {
    DataFolder.hold(temporary.resolve("data")).close();

    DataFolder.hold(temporary.resolve("data")).close();
  }

  @Test
  void a_file_in_its_place_is_refused_with_one_sentence() throws Exception {
    Path file = Files.writeString(temporary.resolve("data"), "");

    assertThatThrownBy(() -> DataFolder.hold(file))
        .isInstanceOf(StartRefused.class)
        .hasMessageStartingWith(
            "The data folder " + file + " (CF_DATA_DIR) cannot be made or written");
  }
}
