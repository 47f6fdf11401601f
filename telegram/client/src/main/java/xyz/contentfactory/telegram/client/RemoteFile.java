package xyz.contentfactory.telegram.client;

import xyz.contentfactory.telegram.tl.Bytes;

/// A photo or document that Telegram keeps for an account: it may be sent any number of times.
///
/// @param reference the permission to use it, good for some hours; then sending is refused with
///   `FILE_REFERENCE_EXPIRED` and the file has to be uploaded again
public record RemoteFile(Kind kind, long id, long accessHash, Bytes reference) {
  /// What Telegram has made of it.
  public enum Kind {
    PHOTO,
    DOCUMENT
  }

  @Override
  public String toString() {
    return "RemoteFile[" + kind + " " + id + "]";
  }
}
