package xyz.contentfactory.telegram.client;

import org.jspecify.annotations.Nullable;

/// A formatting range; offset and length count UTF-16 units, as Java's and Telegram's strings do.
///
/// @param url only and always for [Kind#TEXT_LINK]
/// @param language only for [Kind#PRE]; may be null
public record TextEntity(
    Kind kind, int offset, int length, @Nullable String url, @Nullable String language) {

  /// The formats that a post may carry.
  public enum Kind {
    BOLD,
    ITALIC,
    UNDERLINE,
    STRIKETHROUGH,
    SPOILER,
    CODE,
    PRE,
    TEXT_LINK,
    BLOCKQUOTE,
    /// Shown shortened until a reader opens it.
    EXPANDABLE_BLOCKQUOTE
  }

  public TextEntity {
    if (offset < 0 || length <= 0) {
      throw new IllegalArgumentException("a text entity covers at least one unit");
    }
    if ((kind == Kind.TEXT_LINK) != (url != null)) {
      throw new IllegalArgumentException("a link has a url, other entities have none");
    }
    if (language != null && kind != Kind.PRE) {
      throw new IllegalArgumentException("only a code block has a language");
    }
  }

  public TextEntity(Kind kind, int offset, int length) {
    this(kind, offset, length, null, null);
  }

  public static TextEntity link(int offset, int length, String url) {
    return new TextEntity(Kind.TEXT_LINK, offset, length, url, null);
  }
}
