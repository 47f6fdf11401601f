package xyz.contentfactory.user.mail;

import java.util.Locale;

/// What mails are about; the words of each stand in `letters_<language>.properties`.
public enum LetterKind {
  CONFIRM_EMAIL,
  RESET_PASSWORD,
  PASSWORD_CHANGED,
  LEAVE_EMAIL,
  ENTER_EMAIL,
  EMAIL_CHANGED,
  EMAIL_IN_USE,
  PROVIDER_LINKED,
  INVITATION,
  LOGIN_OVER,
  LOGIN_UNREADABLE,
  ACCOUNT_GONE,
  POSTS_LATE;

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
