package xyz.contentfactory.telegram.mtproto;

/// The other side sent something the protocol does not allow. Close the connection; a new one may
/// do better.
public final class ProtocolViolation extends MtprotoException {
  private static final long serialVersionUID = 1;

  public ProtocolViolation(String message) {
    super(message);
  }

  public ProtocolViolation(String message, Throwable cause) {
    super(message, cause);
  }
}
