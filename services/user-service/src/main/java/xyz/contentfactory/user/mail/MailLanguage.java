package xyz.contentfactory.user.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The languages that mails are written in.
public enum MailLanguage {
  EN,
  RU;

  /// English for whoever names none of ours.
  public static MailLanguage of(@Nullable String tag) {
    return tag != null && tag.toLowerCase(Locale.ROOT).startsWith("ru") ? RU : EN;
  }

  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
