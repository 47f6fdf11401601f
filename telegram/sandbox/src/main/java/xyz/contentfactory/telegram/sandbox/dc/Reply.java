package xyz.contentfactory.telegram.sandbox.dc;

/// What becomes of a call.
sealed interface Reply {

  @SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
  record Result(byte[] body) implements Reply {
    @Override
    public String toString() {
      return "Result of " + body.length + " bytes";
    }
  }

  record Refused(int code, String type) implements Reply {}

  /// A scripted fault: the client hears nothing.
  record Silence() implements Reply {}

  /// A scripted fault: the connection is closed instead.
  record Close() implements Reply {}
}
