package xyz.contentfactory.kit.secret;

import java.util.List;

/// A keyring whose key can be changed while it is in use, on every node that shares it.
///
/// A change has two ends: `rotate` adds a key, which encrypts from then on; `retire` drops those
/// before it. In between lies the work of whoever keeps encrypted values: to encrypt them anew. Two
/// versions mean that this work is under way, whatever has happened to the process meanwhile.
public interface RotatingKeyring extends Keyring {
  /// All versions, oldest first; the last one encrypts. Empty before anything was encrypted.
  List<KeyVersion> versions();

  /// Adds a version. It is on the disk before it encrypts anything.
  ///
  /// @return false when an earlier change is still under way, and nothing was done
  boolean rotate();

  /// Drops every version but this one: what they have encrypted is lost.
  ///
  /// @return false when this one is not the newest, or is alone already
  boolean retire(KeyVersion newest);
}
