package xyz.contentfactory.telegram.net;

/// Nasty things that a test data centre does once, in place of its next answer.
public sealed interface Fault {
  /// Closes the socket.
  record CloseNow() implements Fault {}

  /// Says that nothing more will come, but leaves the socket open for the client's bytes.
  record HalfClose() implements Fault {}

  /// Keeps the connection and says nothing on it any more.
  record Stall() implements Fault {}

  /// Sends these bytes as they are: no frame of any kind.
  @SuppressWarnings("ArrayRecordComponent") // a test's literal
  record RawBytes(byte[] bytes) implements Fault {}

  /// Sends a well-formed frame full of noise.
  record GarbageFrame(int length) implements Fault {}

  /// Sends the beginning of the answer and closes.
  record TruncatedFrame() implements Fault {}

  /// Sends the answer with a damaged message key.
  record WrongMsgKey() implements Fault {}

  /// Sends the answer twice.
  record ReplayedPacket() implements Fault {}

  /// Answers with a transport error, so many times.
  record TransportError(int code, int times) implements Fault {
    public TransportError(int code) {
      this(code, 1);
    }
  }

  /// Keeps the connection and reads nothing from it any more.
  record StopReading() implements Fault {}

  /// Swallows the answer; the connection stays.
  record DropAnswer() implements Fault {}
}
