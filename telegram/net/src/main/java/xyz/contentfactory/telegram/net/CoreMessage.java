package xyz.contentfactory.telegram.net;

import xyz.contentfactory.telegram.net.proxy.Route;

/// Everything that can happen to a connection, as a message to the thread that owns its state.
sealed interface CoreMessage {
  /// A caller wants an answer.
  record Submitted(PendingCall call) implements CoreMessage {}

  /// A caller does not want the answer any more.
  record Abandoned(PendingCall call) implements CoreMessage {}

  /// A socket is connected; the key is the one known before or newly made.
  record LineUp(Line line, KnownKey key) implements CoreMessage {}

  /// An encrypted packet arrived.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Arrived(Line line, byte[] packet) implements CoreMessage {}

  /// The server sent a transport error instead of a packet.
  record Rejected(Line line, int code) implements CoreMessage {}

  /// The line's outgoing queue has room again.
  record RoomToWrite(Line line) implements CoreMessage {}

  /// The line is closed, whatever the reason.
  record LineDown(Line line, Throwable reason) implements CoreMessage {}

  /// From now on by another way.
  record Rerouted(Route route) implements CoreMessage {}

  /// Look at the clock again.
  record Nudged() implements CoreMessage {}

  /// The owner has closed the connection.
  record Stopped() implements CoreMessage {}
}
