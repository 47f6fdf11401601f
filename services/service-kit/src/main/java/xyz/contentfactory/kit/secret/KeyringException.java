package xyz.contentfactory.kit.secret;

/// The keyring cannot be opened, or a value cannot be decrypted with it. The message is one
/// sentence for the operator and contains no key material.
public final class KeyringException extends RuntimeException {
  public KeyringException(String message) {
    super(message);
  }

  public KeyringException(String message, Throwable cause) {
    super(message, cause);
  }
}
