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
import org.jspecify.annotations.Nullable;

/// A keyring in one file of the data folder, readable by its owner only (AES-256-GCM, Tink). The
/// first key encrypts; older ones stay in the file and still decrypt what they wrote.
///
/// The file is made when the first value is encrypted, never when one is to be decrypted: whoever
/// starts on stored values without their keys is told so and finds no new keys in the way.
public final class LocalKeyring implements Keyring {
  private static final Configuration TINK = AeadConfig2026.get();

  private static final String PUT_BACK =
      "put back the file that was saved together with this database.";

  private final Path folder;
  private final KeyFile file;
  private @Nullable Aead keys;

  private LocalKeyring(Path folder) {
    this.folder = folder;
    this.file = KeyFile.in(folder);
  }

  /// Opens `folder/keyring.json`. When there is none, folder (0700) and file (0600) are made as
  /// soon as something is encrypted.
  ///
  /// @throws KeyringException with one sentence: wrong permissions, not readable, not a keyring
  public static LocalKeyring open(Path folder) {
    LocalKeyring keyring = new LocalKeyring(folder);
    if (keyring.file.exists()) {
      keyring.keys(false);
    }
    return keyring;
  }

  private synchronized Aead keys(boolean mayCreate) {
    if (keys == null) {
      try {
        if (!file.exists()) {
          if (!mayCreate) {
            throw new KeyringException(
                "The keyring %s is missing: %s".formatted(file.file(), PUT_BACK));
          }
          file.create(format(newKeys()));
        }
        keys = file.read(LocalKeyring::parse).getPrimitive(TINK, Aead.class);
      } catch (GeneralSecurityException e) {
        throw damaged(folder, e);
      }
    }
    return keys;
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
      return keys(true).encrypt(plaintext, associatedData);
    } catch (GeneralSecurityException e) {
      throw new KeyringException("The keyring cannot encrypt.", e);
    }
  }

  @Override
  public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
    try {
      return keys(false).decrypt(ciphertext, associatedData);
    } catch (GeneralSecurityException e) {
      throw new KeyringException(
          "A stored value does not open with the keyring %s: %s".formatted(file.file(), PUT_BACK),
          e);
    }
  }
}
