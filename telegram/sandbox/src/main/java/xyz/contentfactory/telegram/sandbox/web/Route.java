package xyz.contentfactory.telegram.sandbox.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One method of one path, such as `GET /api/sandbox/numbers/{phone}`.
record Route(String method, List<String> path, Action action) {

  /// Gives what is to be sent as JSON; null for 204.
  @FunctionalInterface
  interface Action {
    @Nullable Object answer(HttpCall call) throws IOException;
  }

  static Route of(String method, String path, Action action) {
    return new Route(method, List.of(path.substring(1).split("/", -1)), action);
  }

  /// The variables of the path, when it is this route's.
  Optional<Map<String, String>> match(List<String> asked) {
    if (asked.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < path.size(); i++) {
      String part = path.get(i);
      if (part.startsWith("{")) {
        variables.put(part.substring(1, part.length() - 1), asked.get(i));
      } else if (!part.equals(asked.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
