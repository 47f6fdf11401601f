package xyz.contentfactory.kit.secret;

/// Encrypts what is stored. A seam: a local key file or a vault, both pass `KeyringContract`.
///
/// The associated data ties a value to its place (table, column and row id, for example): it is not
/// stored, and decrypting under any other fails, so that a value cannot be moved to another row.
public interface Keyring {
  byte[] encrypt(byte[] plaintext, byte[] associatedData);

  /// Decrypts what `encrypt` answered under the same associated data.
  ///
  /// @throws KeyringException when the value was changed, belongs elsewhere, or its key is not here
  byte[] decrypt(byte[] ciphertext, byte[] associatedData);
}
