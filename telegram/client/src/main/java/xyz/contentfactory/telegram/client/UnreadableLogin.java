package xyz.contentfactory.telegram.client;

/// Bytes that were to be a [StoredLogin] are not one.
public final class UnreadableLogin extends IllegalArgumentException {
  public UnreadableLogin(String reason) {
    super("not a stored login: " + reason);
  }
}
