package xyz.contentfactory.integration.delivery;

/// Why a delivery is attempted again.
public enum Retry {
  /// Telegram said that this attempt was not carried out.
  NOT_POSTED,
  /// There was no answer: Telegram may have the message.
  UNKNOWN,
  /// Telegram reported a fault of its own; it may have the message all the same.
  FAULT
}
