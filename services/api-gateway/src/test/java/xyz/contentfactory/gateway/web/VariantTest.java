package xyz.contentfactory.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantTest {
  @TempDir private Path folder;
  private Path script;

  @BeforeEach
  void write() throws IOException {
    script = Files.writeString(folder.resolve("app.js"), "script");
    Files.writeString(folder.resolve("app.js.br"), "br");
    Files.writeString(folder.resolve("app.js.gz"), "gz");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip, deflate, br, zstd | app.js.br",
        "gzip, deflate           | app.js.gz",
        "br;q=0, gzip;q=0.5      | app.js.gz",
        "br;q=0.0, gzip; q=0     | app.js",
        "BR                      | app.js.br",
        "brotli, x-gzip          | app.js",
        "*                       | app.js",
        "identity                | app.js",
      })
  void the_smallest_form_that_is_accepted_is_sent(String accepted, String sent) {
    assertThat(Variant.of(script, accepted).file()).hasFileName(sent);
  }

  @Test
  void without_a_word_the_file_is_sent_as_it_is() {
    assertThat(Variant.of(script, null)).isEqualTo(new Variant(script, null));
  }

  @Test
  void what_was_not_compressed_is_sent_as_it_is() throws IOException {
    Path picture = Files.writeString(folder.resolve("icon.png"), "picture");

    assertThat(Variant.of(picture, "br, gzip")).isEqualTo(new Variant(picture, null));
  }
}
