package xyz.contentfactory.telegram.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of expected text beside the tests; `-Dgolden.update=true` writes it anew.
record Golden(Path path) {
  private static final Path FOLDER =
      Path.of("src/test/resources/xyz/contentfactory/telegram/codegen");

  static Golden of(String name) {
    return new Golden(FOLDER.resolve(name));
  }

  String text() throws IOException {
    return Files.readString(path);
  }

  void shows(String actual) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(path, actual);
    }
    assertThat(actual).isEqualTo(text());
  }
}
