package xyz.contentfactory.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One line of `endpoints.csv`: an endpoint, and with which status each caller is answered.
///
/// @param body what a change is sent with
record EndpointRow(String method, String path, Map<TestCaller, Integer> expected, String body) {
  /// Method, path and body.
  private static final int OTHER_CELLS = 3;

  static List<EndpointRow> all() {
    try (var in = Objects.requireNonNull(EndpointRow.class.getResourceAsStream("endpoints.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .skip(1)
          .map(EndpointRow::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The body is JSON with commas of its own, so it is whatever comes last.
  private static EndpointRow of(String line) {
    Iterator<String> cells =
        Arrays.stream(line.split(",", OTHER_CELLS + TestCaller.values().length))
            .map(String::strip)
            .iterator();
    String method = cells.next();
    String path = cells.next();
    Map<TestCaller, Integer> expected = new LinkedHashMap<>();
    for (TestCaller caller : TestCaller.values()) {
      expected.put(caller, Integer.valueOf(cells.next()));
    }
    return new EndpointRow(method, path, expected, cells.hasNext() ? cells.next() : "{}");
  }

  String endpoint() {
    return method + " " + path;
  }

  boolean isChange() {
    return !method.equals("GET") && !method.equals("DELETE");
  }
}
