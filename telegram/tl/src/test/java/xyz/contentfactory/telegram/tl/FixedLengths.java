package xyz.contentfactory.telegram.tl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which `Bytes` components are an `int128` or an `int256`: read from the schema text.
final class FixedLengths {
  private static final Pattern DEFINITION = Pattern.compile("[\\w.]+#([0-9a-f]{8}) (.*) = .*;");
  private static final Pattern FIELD = Pattern.compile("(\\w+):(?:\\w+\\.\\d+\\?)?int(128|256)");

  private final Map<String, Integer> lengths = new HashMap<>();

  FixedLengths() {
    for (String file : new String[] {"api.tl", "mtproto.tl"}) {
      try {
        Files.readAllLines(Path.of("src/main/tl", file)).forEach(this::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void add(String line) {
    Matcher definition = DEFINITION.matcher(line);
    if (definition.matches()) {
      Matcher field = FIELD.matcher(definition.group(2));
      while (field.find()) {
        int id = Integer.parseUnsignedInt(definition.group(1), 16);
        lengths.put(key(id, field.group(1)), Integer.parseInt(field.group(2)) / Byte.SIZE);
      }
    }
  }

  /// Zero when any length goes.
  int of(int constructorId, String component) {
    return lengths.getOrDefault(key(constructorId, component), 0);
  }

  private static String key(int id, String name) {
    return id + name.replace("_", "").toLowerCase(java.util.Locale.ROOT);
  }
}
