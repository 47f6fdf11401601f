package xyz.contentfactory.integration.notice;

/// Why a member is written to.
public enum NoticeKind {
  /// Telegram has ended the login: on the phone, by itself, or because its key was used twice.
  LOGIN_OVER,
  /// The stored login does not open with the keyring.
  LOGIN_UNREADABLE,
  /// Telegram has banned or deleted the account.
  ACCOUNT_GONE,
  /// Telegram's wait is longer than the patience of planned posts.
  POSTS_LATE
}
