package xyz.contentfactory.telegram.client;

import java.util.List;
import java.util.Objects;
import xyz.contentfactory.telegram.tl.type.MessageEntity;
import xyz.contentfactory.telegram.tl.type.MessageEntityBlockquote;
import xyz.contentfactory.telegram.tl.type.MessageEntityBold;
import xyz.contentfactory.telegram.tl.type.MessageEntityCode;
import xyz.contentfactory.telegram.tl.type.MessageEntityItalic;
import xyz.contentfactory.telegram.tl.type.MessageEntityPre;
import xyz.contentfactory.telegram.tl.type.MessageEntitySpoiler;
import xyz.contentfactory.telegram.tl.type.MessageEntityStrike;
import xyz.contentfactory.telegram.tl.type.MessageEntityTextUrl;
import xyz.contentfactory.telegram.tl.type.MessageEntityUnderline;

/// Writes formatting ranges as Telegram's.
final class TextEntities {
  private TextEntities() {}

  static List<MessageEntity> write(List<TextEntity> entities) {
    return entities.stream().map(TextEntities::write).toList();
  }

  private static MessageEntity write(TextEntity entity) {
    var offset = entity.offset();
    var length = entity.length();
    return switch (entity.kind()) {
      case BOLD -> new MessageEntityBold(offset, length);
      case ITALIC -> new MessageEntityItalic(offset, length);
      case UNDERLINE -> new MessageEntityUnderline(offset, length);
      case STRIKETHROUGH -> new MessageEntityStrike(offset, length);
      case SPOILER -> new MessageEntitySpoiler(offset, length);
      case CODE -> new MessageEntityCode(offset, length);
      case PRE ->
          new MessageEntityPre(offset, length, Objects.requireNonNullElse(entity.language(), ""));
      case TEXT_LINK ->
          new MessageEntityTextUrl(offset, length, Objects.requireNonNull(entity.url()));
      case BLOCKQUOTE -> new MessageEntityBlockquote(false, offset, length);
      case EXPANDABLE_BLOCKQUOTE -> new MessageEntityBlockquote(true, offset, length);
    };
  }
}
