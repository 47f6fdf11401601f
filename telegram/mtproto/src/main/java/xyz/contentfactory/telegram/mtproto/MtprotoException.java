package xyz.contentfactory.telegram.mtproto;

/// What goes wrong between us and a data centre, sorted by what the caller can do about it.
public abstract class MtprotoException extends RuntimeException {
  private static final long serialVersionUID = 1;

  protected MtprotoException(String message) {
    super(message);
  }

  protected MtprotoException(String message, Throwable cause) {
    super(message, cause);
  }
}
