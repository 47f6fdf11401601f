package xyz.contentfactory.telegram.net;

/// The server's answer to a call.
public sealed interface Reply {
  /// The TL bytes of the result.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Result(byte[] body) implements Reply {
    @Override
    public String toString() {
      return "Result[" + body.length + " bytes]";
    }
  }

  /// The server's refusal.
  record Failed(int code, String type) implements Reply {}
}
