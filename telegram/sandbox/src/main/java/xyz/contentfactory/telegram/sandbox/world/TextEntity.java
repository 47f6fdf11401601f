package xyz.contentfactory.telegram.sandbox.world;

import org.jspecify.annotations.Nullable;

/// A formatted range of a text, in UTF-16 units.
///
/// @param type `bold`, `italic`, `text_link`, … as in the HTTP description
/// @param target the user of a `mention_name` or the document of a `custom_emoji`
public record TextEntity(
    String type,
    int offset,
    int length,
    @Nullable String url,
    @Nullable String language,
    @Nullable Long target,
    boolean collapsed) {

  public static TextEntity plain(String type, int offset, int length) {
    return new TextEntity(type, offset, length, null, null, null, false);
  }
}
