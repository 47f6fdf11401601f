package xyz.contentfactory.integration.notation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// How the formatting of a text is written.
public enum Notation {
  /// As ranges beside the text.
  @JsonProperty("entities")
  ENTITIES,
  /// As tags inside it.
  @JsonProperty("html")
  HTML,
  /// As Telegram's MarkdownV2.
  @JsonProperty("markdownV2")
  MARKDOWN_V2;

  /// Reads the marks inside the text.
  ///
  /// @throws MarkupFault where it is not as documented
  public MarkedText read(String source) {
    return switch (this) {
      case ENTITIES -> new MarkedText(source, List.of());
      case HTML -> new Html(source).read();
      case MARKDOWN_V2 -> new MarkdownV2(source).read();
    };
  }
}
