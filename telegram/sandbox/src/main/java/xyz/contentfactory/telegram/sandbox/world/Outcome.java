package xyz.contentfactory.telegram.sandbox.world;

/// What a change did that others must hear of, once it is committed.
public sealed interface Outcome {

  record LetterCame(Letter letter) implements Outcome {}

  record PostStands(Post post) implements Outcome {}

  /// Posts were edited, deleted, pinned or unpinned.
  record PostsChanged(ChannelEvent event) implements Outcome {}

  /// A channel, or somebody's place in it, is another one to them.
  record AccountMoved(AccountEvent event) implements Outcome {}

  /// A device shows a QR code.
  record QrTokenShown() implements Outcome {}

  /// Somebody has let in the device that shows the QR code, which must come for its login.
  record QrTokenAccepted(int dc, long keyId) implements Outcome {}
}
