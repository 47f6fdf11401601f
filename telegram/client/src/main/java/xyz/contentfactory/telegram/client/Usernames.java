package xyz.contentfactory.telegram.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.tl.type.Username;

/// A peer has one username of old, or a list of them of which some are active.
final class Usernames {
  private Usernames() {}

  static @Nullable String shown(@Nullable String single, @Nullable List<Username> several) {
    if (single != null && !single.isEmpty()) {
      return single;
    }
    return several == null
        ? null
        : several.stream()
            .filter(Username::active)
            .findFirst()
            .map(Username::username)
            .orElse(null);
  }
}
