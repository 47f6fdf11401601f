package xyz.contentfactory.telegram.mtproto.framing;

/// What one frame of a connection held.
public sealed interface Frame {
  /// An MTProto packet, plain or encrypted.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Packet(byte[] bytes) implements Frame {
    @Override
    public String toString() {
      return "Packet[" + bytes.length + " bytes]";
    }
  }

  /// The server's only answer to a packet it cannot use.
  record TransportError(int code) implements Frame {
    /// The server does not know the auth key.
    public static final int UNKNOWN_AUTH_KEY = -404;

    /// Too many connections from here.
    public static final int FLOOD = -429;

    /// The data centre named in the header is not this one.
    public static final int WRONG_DC = -444;
  }
}
