package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;

/// A text with its formatting, as the server keeps it: blanks at both ends cut off, every range
/// inside the text.
public record FormattedText(String text, List<TextEntity> entities) {

  /// The limit of a message without premium, in UTF-16 units.
  public static final int MAX_LENGTH = 4096;

  /// The limit of a caption without premium.
  public static final int MAX_CAPTION = 1024;

  private static final int MAX_ENTITIES = 100;

  public static FormattedText checked(String text, List<TextEntity> entities) {
    FormattedText trimmed = trimmed(text, entities);
    if (trimmed.text().isEmpty()) {
      throw Refusal.bad("MESSAGE_EMPTY");
    }
    if (trimmed.text().length() > MAX_LENGTH) {
      throw Refusal.bad("MESSAGE_TOO_LONG");
    }
    return trimmed;
  }

  /// The text below a photo or a file, which may be missing.
  public static FormattedText caption(String text, List<TextEntity> entities) {
    FormattedText trimmed = trimmed(text, entities);
    if (trimmed.text().length() > MAX_CAPTION) {
      throw Refusal.bad("MEDIA_CAPTION_TOO_LONG");
    }
    return trimmed;
  }

  private static FormattedText trimmed(String text, List<TextEntity> entities) {
    for (TextEntity entity : entities) {
      checkBounds(entity, text.length());
    }
    int start = 0;
    int end = text.length();
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int from = start;
    int to = end;
    return new FormattedText(
        text.substring(start, end),
        entities.stream()
            .limit(MAX_ENTITIES)
            .map(e -> clipped(e, from, to))
            .filter(e -> e.length() > 0)
            .toList());
  }

  private static void checkBounds(TextEntity entity, int textLength) {
    if (entity.offset() < 0
        || entity.length() <= 0
        || entity.offset() > textLength
        || entity.length() > textLength - entity.offset()) {
      throw Refusal.bad("ENTITY_BOUNDS_INVALID");
    }
  }

  private static TextEntity clipped(TextEntity entity, int from, int to) {
    int start = Math.max(entity.offset(), from);
    int end = Math.min(entity.offset() + entity.length(), to);
    return new TextEntity(
        entity.type(),
        start - from,
        end - start,
        entity.url(),
        entity.language(),
        entity.target(),
        entity.collapsed());
  }

  /// Texts may carry login codes.
  @Override
  public String toString() {
    return "FormattedText of " + text.length();
  }
}
