package xyz.contentfactory.kit.secret;

import com.google.crypto.tink.Aead;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.secret.KeyFile.Content;
import xyz.contentfactory.kit.secret.KeyFile.Stamp;

/// A keyring in one file of the data folder, readable by its owner only, and encrypted by a vault
/// if there is one. The newest key encrypts; older ones stay in the file and still decrypt what
/// they wrote, until they are retired.
///
/// The file is made when the first value is encrypted, never when one is to be decrypted: whoever
/// starts on stored values without their keys is told so and finds no new keys in the way. Several
/// processes may share it: each looks at the file before it encrypts, and once more when a value
/// does not open.
public final class LocalKeyring implements RotatingKeyring {
  private static final String PUT_BACK =
      "put back the file that was saved together with this database.";

  private final KeyFile file;
  private final InstantSource clock;
  private final KeyCover cover;
  private volatile @Nullable Opened opened;

  private LocalKeyring(KeyFile file, InstantSource clock, KeyCover cover) {
    this.file = file;
    this.clock = clock;
    this.cover = cover;
  }

  private record Opened(Keys keys, Aead aead, Stamp stamp) {}

  /// Opens `folder/keyring.json`. When there is none, folder (0700) and file (0600) are made as
  /// soon as something is encrypted.
  ///
  /// @param cover how the keys lie in it
  /// @throws KeyringException with one sentence: wrong permissions, not readable, not a keyring
  public static LocalKeyring open(Path folder, InstantSource clock, KeyCover cover) {
    LocalKeyring keyring = new LocalKeyring(KeyFile.in(folder), clock, cover);
    if (keyring.file.stamp() != null) {
      keyring.readAgain();
      keyring.coverAnew();
    }
    return keyring;
  }

  public static LocalKeyring open(Path folder, InstantSource clock) {
    return open(folder, clock, KeyCover.NONE);
  }

  public static LocalKeyring open(Path folder) {
    return open(folder, InstantSource.system());
  }

  /// As the file has them now. Who has read them keeps them when the file is gone.
  private @Nullable Opened current() {
    Opened known = opened;
    Stamp stamp = file.stamp();
    return stamp == null || (known != null && stamp.equals(known.stamp())) ? known : readAgain();
  }

  private synchronized Opened readAgain() {
    try {
      return take(file.read());
    } catch (GeneralSecurityException e) {
      throw damaged(e);
    }
  }

  /// Takes the lock only where there is something to write, so that a folder that is only to be
  /// read can be read.
  private void coverAnew() {
    if (cover.renewed(file.read().text()) == null) {
      return;
    }
    try {
      file.alone(() -> {
        String renewed = cover.renewed(file.read().text());
        if (renewed != null) {
          file.write(renewed);
        }
        return take(file.read());
      });
    } catch (GeneralSecurityException e) {
      throw damaged(e);
    }
  }

  private Opened take(Content content) throws GeneralSecurityException {
    Keys keys = Keys.parse(cover.uncover(content.text()), content.stamp().time().toInstant());
    Opened read = new Opened(keys, keys.aead(), content.stamp());
    opened = read;
    return read;
  }

  private Opened currentOrFirst() {
    Opened now = current();
    return now == null ? create() : now;
  }

  private Opened create() {
    try {
      return file.alone(() -> {
        if (file.stamp() == null) {
          file.write(cover.cover(Keys.first(clock.instant()).text()));
        }
        return take(file.read());
      });
    } catch (GeneralSecurityException e) {
      throw damaged(e);
    }
  }

  @Override
  public List<KeyVersion> versions() {
    Opened now = current();
    return now == null ? List.of() : now.keys().versions();
  }

  @Override
  public boolean rotate() {
    return changed(keys -> keys.versions().size() > 1 ? null : keys.withNew(clock.instant()));
  }

  @Override
  public boolean retire(KeyVersion newest) {
    return changed(keys ->
        keys.versions().size() > 1 && keys.newest().equals(newest) ? keys.newestAlone() : null);
  }

  private interface Step {
    @Nullable Keys from(Keys keys) throws GeneralSecurityException;
  }

  /// Null leaves the file as it is.
  private boolean changed(Step step) {
    currentOrFirst();
    try {
      return file.alone(() -> {
        if (file.stamp() == null) {
          throw missing();
        }
        Keys changed = step.from(take(file.read()).keys());
        if (changed != null) {
          file.write(cover.cover(changed.text()));
          take(file.read());
        }
        return changed != null;
      });
    } catch (GeneralSecurityException e) {
      throw damaged(e);
    }
  }

  private KeyringException damaged(GeneralSecurityException e) {
    return new KeyringException(
        "The keyring in " + file.folder() + " is damaged or not a keyring.", e);
  }

  private KeyringException missing() {
    return new KeyringException("The keyring %s is missing: %s".formatted(file.file(), PUT_BACK));
  }

  @Override
  public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
    try {
      return currentOrFirst().aead().encrypt(plaintext, associatedData);
    } catch (GeneralSecurityException e) {
      throw new KeyringException("The keyring cannot encrypt.", e);
    }
  }

  @Override
  public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
    Opened read = opened;
    Opened known = read == null ? current() : read;
    if (known == null) {
      throw missing();
    }
    try {
      return known.aead().decrypt(ciphertext, associatedData);
    } catch (GeneralSecurityException e) {
      return decryptAnew(known, ciphertext, associatedData, e);
    }
  }

  /// Another process may have added a key since the file was read.
  private byte[] decryptAnew(
      Opened known, byte[] ciphertext, byte[] associatedData, GeneralSecurityException first) {
    Opened now = Objects.requireNonNull(current());
    try {
      if (!now.stamp().equals(known.stamp())) {
        return now.aead().decrypt(ciphertext, associatedData);
      }
    } catch (GeneralSecurityException e) {
      first.addSuppressed(e);
    }
    throw new KeyringException(
        "A stored value does not open with the keyring %s: %s".formatted(file.file(), PUT_BACK),
        first);
  }
}
