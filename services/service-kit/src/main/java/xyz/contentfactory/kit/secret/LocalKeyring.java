package xyz.contentfactory.kit.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/// A keyring in one file of the data folder, readable by its owner only (AES-256-GCM, Tink). The
/// first key encrypts; older ones stay in the file and still decrypt what they wrote.
public final class LocalKeyring implements Keyring {
  private static final Configuration TINK = AeadConfig2026.get();

  private final Aead aead;

  private LocalKeyring(KeysetHandle keys) throws GeneralSecurityException {
    this.aead = keys.getPrimitive(TINK, Aead.class);
  }

  /// Opens `folder/keyring.json`, creating folder (0700) and file (0600) when there is none.
  ///
  /// @throws KeyringException with one sentence: wrong permissions, not readable, not a keyring
  public static LocalKeyring open(Path folder) {
    try {
      return new LocalKeyring(
          KeyFile.in(folder)
              .readOrCreate(LocalKeyring::newKeys, LocalKeyring::parse, LocalKeyring::format));
    } catch (GeneralSecurityException e) {
      throw damaged(folder, e);
    }
  }

  /// Adds a new key that encrypts from the next opening on; the older ones stay and decrypt.
  public static void rotate(Path folder) {
    try {
      KeyFile.in(folder)
          .change(LocalKeyring::parse, LocalKeyring::withNewPrimary, LocalKeyring::format);
    } catch (GeneralSecurityException e) {
      throw damaged(folder, e);
    }
  }

  private static KeysetHandle withNewPrimary(KeysetHandle keys) throws GeneralSecurityException {
    return KeysetHandle.newBuilder(keys)
        .addEntry(KeysetHandle.importKey(newKeys().getPrimary().getKey()).makePrimary())
        .build();
  }

  private static KeyringException damaged(Path folder, GeneralSecurityException e) {
    return new KeyringException("The keyring in " + folder + " is damaged or not a keyring.", e);
  }

  private static KeysetHandle newKeys() throws GeneralSecurityException {
    return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
  }

  private static KeysetHandle parse(String text) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(text, TINK, InsecureSecretKeyAccess.get());
  }

  private static String format(KeysetHandle keys) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(keys, TINK, InsecureSecretKeyAccess.get());
  }

  @Override
  public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
    try {
      return aead.encrypt(plaintext, associatedData);
    } catch (GeneralSecurityException e) {
      throw new KeyringException("The keyring cannot encrypt.", e);
    }
  }

  @Override
  public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
    try {
      return aead.decrypt(ciphertext, associatedData);
    } catch (GeneralSecurityException e) {
      throw new KeyringException(
          "A stored value cannot be decrypted: changed, moved, or written with another key.", e);
    }
  }
}
