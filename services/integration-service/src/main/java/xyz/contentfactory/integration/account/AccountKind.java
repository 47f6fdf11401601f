package xyz.contentfactory.integration.account;

/// Who logs in. Published in the API.
public enum AccountKind {
  /// A person, by code or QR code.
  USER,
  /// A bot, by its token.
  BOT
}
