package xyz.contentfactory.telegram.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Telegram derives every id from the definition's text, so a slip in the schema shows here.
class Crc32IdTest {
  private static final Path SCHEMAS = Path.of("../tl/src/main/tl");

  @ParameterizedTest
  @ValueSource(strings = {"api.tl", "mtproto.tl"})
  void every_id_of_the_committed_schema_is_the_crc_of_its_definition(String file)
      throws IOException {
    Schema schema = Schema.parse(Files.readString(SCHEMAS.resolve(file)));

    assertThat(schema.definitions())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(Crc32Id.of(each)).as(each.name()).isEqualTo(each.id()));
  }
}
