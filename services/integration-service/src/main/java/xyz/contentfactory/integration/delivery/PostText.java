package xyz.contentfactory.integration.delivery;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import xyz.contentfactory.telegram.client.TextEntity;

/// The text of a post as Telegram will keep it: without white space around it, its formatting moved
/// along, outer ranges before inner ones.
record PostText(String text, List<TextEntity> entities) {
  /// Telegram's limit of a text message, in UTF-16 units.
  static final int LIMIT = 4096;

  /// Telegram's limit of the text below a file.
  static final int CAPTION_LIMIT = 1024;

  /// Telegram ignores formatting ranges above this number.
  static final int ENTITY_LIMIT = 100;

  private static final Comparator<TextEntity> OUTER_FIRST =
      Comparator.comparingInt(TextEntity::offset)
          .thenComparing(Comparator.comparingInt(TextEntity::length).reversed())
          .thenComparing(TextEntity::kind);

  /// For posts that consist of something else.
  static final PostText NONE = new PostText("", List.of());

  PostText {
    if (text.length() > LIMIT) {
      throw new IllegalArgumentException("a post has at most " + LIMIT + " UTF-16 units");
    }
    entities = entities.stream().sorted(OUTER_FIRST).toList();
  }

  /// Strips what Telegram strips; ranges over nothing but stripped white space disappear.
  static PostText trimmed(String raw, List<TextEntity> entities) {
    String tail = raw.stripTrailing();
    int end = tail.length();
    int start = end - tail.stripLeading().length();
    return new PostText(
        raw.substring(start, end),
        entities.stream().flatMap(entity -> cut(entity, start, end)).toList());
  }

  private static Stream<TextEntity> cut(TextEntity entity, int start, int end) {
    int from = Math.max(entity.offset(), start);
    int to = Math.min(entity.offset() + entity.length(), end);
    return to <= from
        ? Stream.empty()
        : Stream.of(
            new TextEntity(
                entity.kind(), from - start, to - from, entity.url(), entity.language()));
  }

  List<Formatting> formattings() {
    return entities.stream().map(Formatting::of).toList();
  }

  @Override
  public String toString() {
    return "PostText[" + text.length() + " UTF-16 units, " + entities.size() + " entities]";
  }
}
