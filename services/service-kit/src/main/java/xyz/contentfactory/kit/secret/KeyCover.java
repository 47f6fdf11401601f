package xyz.contentfactory.kit.secret;

import org.jspecify.annotations.Nullable;

/// How the text of a keyring lies on the disk. A seam: in plain in a file that only its owner may
/// read, or encrypted by a vault, so that neither the file nor a backup of it opens anything.
public interface KeyCover {
  /// In plain.
  KeyCover NONE =
      new KeyCover() {
        @Override
        public String cover(String text) {
          return text;
        }

        @Override
        public String uncover(String stored) {
          if (VaultTransit.isCovered(stored)) {
            throw new KeyringException(
                "The keyring is encrypted by a vault: name the vault and its token.");
          }
          return stored;
        }

        @Override
        public @Nullable String renewed(String stored) {
          return null;
        }
      };

  /// What is to be stored.
  ///
  /// @throws KeyringException when whoever covers it cannot be asked
  String cover(String text);

  /// The text in what is stored, also what was stored without a cover.
  ///
  /// @throws KeyringException when it does not open, or whoever covers it cannot be asked
  String uncover(String stored);

  /// What is to be stored in its place; null when it is as it should be.
  @Nullable String renewed(String stored);
}
