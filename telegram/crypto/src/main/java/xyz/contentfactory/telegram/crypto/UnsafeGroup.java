package xyz.contentfactory.telegram.crypto;

/// A Diffie–Hellman or SRP number failed a check that keeps secrets secret. The message names the
/// check and no values.
public final class UnsafeGroup extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnsafeGroup(String check) {
    super(check);
  }
}
