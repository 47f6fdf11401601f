package xyz.contentfactory.user.member;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/// Light, dark, or as the person's system has it.
public enum Theme {
  @JsonProperty("light")
  LIGHT,
  @JsonProperty("dark")
  DARK,
  @JsonProperty("system")
  SYSTEM;

  /// The name in JSON and the database.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Theme> parse(String name) {
    return switch (name) {
      case "light" -> Optional.of(LIGHT);
      case "dark" -> Optional.of(DARK);
      case "system" -> Optional.of(SYSTEM);
      default -> Optional.empty();
    };
  }
}
