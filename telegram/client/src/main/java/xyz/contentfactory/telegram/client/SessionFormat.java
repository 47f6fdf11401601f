package xyz.contentfactory.telegram.client;

/// The ways in which other programs write a login down, as one line of text each.
public enum SessionFormat {
  /// `StringSession` of Telethon.
  TELETHON,
  /// `StringSession` of GramJS.
  GRAMJS,
  /// `export_session_string()` of Pyrogram 2.
  PYROGRAM,
  /// `exportSession()` of mtcute, version 3.
  MTCUTE,
  /// The folder `tdata` of Telegram Desktop: a zip in Base64, read by [Tdata#read] only.
  TDATA
}
