package xyz.contentfactory.user.link;

import java.time.Duration;
import java.util.Locale;

/// What a link in a mail is for, and how long it works.
public enum LinkPurpose {
  CONFIRM_EMAIL(Duration.ofHours(24)),
  LEAVE_EMAIL(Duration.ofHours(24)),
  ENTER_EMAIL(Duration.ofHours(24)),
  RESET_PASSWORD(Duration.ofHours(1));

  private final Duration life;

  LinkPurpose(Duration life) {
    this.life = life;
  }

  public Duration life() {
    return life;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static LinkPurpose fromWireName(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
