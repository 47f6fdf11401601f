package xyz.contentfactory.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small tree that breaks a rule on purpose, so that the rule is seen to report it.
record Twin(Path root) {

  Twin write(String name, String text) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Repository repository() {
    return new Repository(root);
  }
}
