package xyz.contentfactory.telegram.mtproto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/// Published values, from a text file of `name = hex` lines.
public record Vectors(Map<String, String> values) {
  public static Vectors of(String file) {
    try (var in = requireNonNull(Vectors.class.getResourceAsStream(file), file)) {
      return new Vectors(
          new String(in.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> line.contains(" = "))
              .map(line -> line.split(" = ", 2))
              .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  public byte[] bytes(String name) {
    return HexFormat.of().parseHex(requireNonNull(values.get(name), name));
  }
}
