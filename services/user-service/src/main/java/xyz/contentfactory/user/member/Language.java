package xyz.contentfactory.user.member;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/// A language that the cabinet and the mails speak.
public enum Language {
  @JsonProperty("ru")
  RU,
  @JsonProperty("en")
  EN;

  /// The name in JSON and the database.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Language> parse(String name) {
    return switch (name) {
      case "ru" -> Optional.of(RU);
      case "en" -> Optional.of(EN);
      default -> Optional.empty();
    };
  }
}
