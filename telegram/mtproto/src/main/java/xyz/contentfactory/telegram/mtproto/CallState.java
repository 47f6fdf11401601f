package xyz.contentfactory.telegram.mtproto;

/// How far a call got: what decides whether repeating it is safe.
public enum CallState {
  /// No byte of it has been handed to a connection: repeating is safe.
  NOT_SENT,
  /// Handed to a connection; the server may or may not have it.
  SENT,
  /// The server has confirmed receipt; it runs or has run.
  ACKED
}
