package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.TextEntity;

/// Formatting ranges, between Telegram's constructors and ours.
final class Entities {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("messageEntityMention", "mention"),
          Map.entry("messageEntityHashtag", "hashtag"),
          Map.entry("messageEntityBotCommand", "bot_command"),
          Map.entry("messageEntityUrl", "url"),
          Map.entry("messageEntityEmail", "email"),
          Map.entry("messageEntityBold", "bold"),
          Map.entry("messageEntityItalic", "italic"),
          Map.entry("messageEntityCode", "code"),
          Map.entry("messageEntityPre", "pre"),
          Map.entry("messageEntityTextUrl", "text_link"),
          Map.entry("messageEntityMentionName", "mention_name"),
          Map.entry("inputMessageEntityMentionName", "mention_name"),
          Map.entry("messageEntityPhone", "phone"),
          Map.entry("messageEntityCashtag", "cashtag"),
          Map.entry("messageEntityUnderline", "underline"),
          Map.entry("messageEntityStrike", "strikethrough"),
          Map.entry("messageEntityBlockquote", "blockquote"),
          Map.entry("messageEntityBankCard", "bank_card"),
          Map.entry("messageEntitySpoiler", "spoiler"),
          Map.entry("messageEntityCustomEmoji", "custom_emoji"));

  private static final Map<String, String> CONSTRUCTORS =
      TYPES.entrySet().stream()
          .filter(e -> e.getKey().startsWith("message"))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private Entities() {}

  /// Null for a text without formatting: the field is then absent.
  static @Nullable List<TlValue> written(List<TextEntity> entities) {
    return entities.isEmpty() ? null : entities.stream().map(Entities::written).toList();
  }

  private static TlValue written(TextEntity entity) {
    return TlValue.of(
        Objects.requireNonNull(CONSTRUCTORS.get(entity.type()), entity.type()),
        "offset",
        entity.offset(),
        "length",
        entity.length(),
        "url",
        entity.url(),
        "language",
        entity.type().equals("pre") ? Objects.requireNonNullElse(entity.language(), "") : null,
        "user_id",
        entity.target(),
        "document_id",
        entity.target(),
        "collapsed",
        entity.collapsed());
  }

  /// What a client sent; kinds that the sandbox does not know are left out, as Telegram does.
  static List<TextEntity> read(List<TlValue> entities, Peers peers) {
    return entities.stream()
        .filter(e -> TYPES.containsKey(e.name()))
        .map(e -> read(e, peers))
        .toList();
  }

  private static TextEntity read(TlValue entity, Peers peers) {
    return new TextEntity(
        Objects.requireNonNull(TYPES.get(entity.name())),
        entity.integer("offset"),
        entity.integer("length"),
        entity.has("url") ? entity.text("url") : null,
        entity.has("language") && !entity.text("language").isEmpty()
            ? entity.text("language")
            : null,
        target(entity, peers),
        entity.flag("collapsed"));
  }

  private static @Nullable Long target(TlValue entity, Peers peers) {
    TlValue user = entity.object("user_id");
    if (user != null) {
      return peers.person(user).id();
    }
    return entity.has("user_id")
        ? Long.valueOf(entity.number("user_id"))
        : entity.has("document_id") ? Long.valueOf(entity.number("document_id")) : null;
  }
}
