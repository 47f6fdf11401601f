package xyz.contentfactory.telegram.client;

/// The way a login code travels (or would travel next).
public enum DeliveredVia {
  /// A message from Telegram's service account in the apps already logged in.
  APP,
  SMS,
  /// A voice call that reads the code.
  CALL,
  /// A call whose number is the code.
  FLASH_CALL,
  /// A missed call whose last digits are the code.
  MISSED_CALL,
  EMAIL,
  FRAGMENT,
  OTHER
}
