package xyz.contentfactory.standalone;

import java.util.Locale;
import java.util.Optional;

/// Which Telegram the accounts live on.
enum TelegramMode {
  SANDBOX,
  PRODUCTION,
  TEST;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<TelegramMode> named(String name) {
    for (TelegramMode mode : values()) {
      if (mode.wireName().equals(name)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}
