package xyz.contentfactory.telegram.sandbox.dc;

/// What becomes of a call.
sealed interface Reply {

  @SuppressWarnings("ArrayRecordComponent") // sent as it is, never compared
  record Result(byte[] body, Fate fate) implements Reply {
    @Override
    public String toString() {
      return "Result of " + body.length + " bytes, " + fate;
    }
  }

  /// What happens to the answer of a call that was executed.
  enum Fate {
    SENT,
    /// The packet gets lost; whoever asks for the answer again has it.
    LOST,
    /// The connection breaks before the answer; the next one brings it.
    CUT
  }

  record Refused(int code, String type) implements Reply {}

  /// Not executed, and the client hears nothing.
  record Silence() implements Reply {}

  /// Not executed, and the connection breaks: to the server, the call never came.
  record Close() implements Reply {}
}
