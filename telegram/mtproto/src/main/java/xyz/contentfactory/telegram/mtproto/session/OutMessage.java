package xyz.contentfactory.telegram.mtproto.session;

/// A message on its way out.
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
record OutMessage(long msgId, int seqNo, byte[] body) {
  /// What a message costs inside a container.
  static final int HEADER = 16;

  int size() {
    return HEADER + body.length;
  }

  @Override
  public String toString() {
    return "OutMessage[" + body.length + " bytes]";
  }
}
