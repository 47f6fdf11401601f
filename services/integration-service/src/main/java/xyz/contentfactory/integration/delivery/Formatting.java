package xyz.contentfactory.integration.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.TextEntity;

/// One formatting range as it travels in JSON; offset and length count UTF-16 units, as Telegram
/// does.
///
/// @param type a [TextEntity.Kind] in lower case, such as `text_link`
@Schema(
    name = "TextEntity",
    requiredProperties = {"type", "offset", "length"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Formatting(
    @Schema(
            allowableValues = {
              "bold",
              "italic",
              "underline",
              "strikethrough",
              "spoiler",
              "code",
              "pre",
              "text_link",
              "blockquote",
              "expandable_blockquote"
            })
        @Nullable String type,
    @Nullable Integer offset,
    @Nullable Integer length,
    @Nullable String url,
    @Nullable String language) {

  static Formatting of(TextEntity entity) {
    return new Formatting(
        entity.kind().name().toLowerCase(Locale.ROOT),
        entity.offset(),
        entity.length(),
        entity.url(),
        entity.language());
  }

  /// Of a range that was checked before.
  TextEntity toEntity() {
    return new TextEntity(
        kind().orElseThrow(),
        Objects.requireNonNull(offset),
        Objects.requireNonNull(length),
        url,
        language);
  }

  Optional<TextEntity.Kind> kind() {
    for (TextEntity.Kind kind : TextEntity.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(type)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
