package xyz.contentfactory.telegram.client;

/// What the client's connection to its home data centre is doing.
public enum ConnectionState {
  CONNECTING,
  CONNECTED,
  /// Waiting before the next attempt; calls made meanwhile wait too, until their own time is up.
  WAITING,
  CLOSED
}
