package xyz.contentfactory.integration.notation;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.TextEntity.Kind;

/// Telegram's HTML: https://core.telegram.org/bots/api#html-style
final class Html {
  private static final Map<String, Kind> TAGS =
      Map.ofEntries(
          Map.entry("b", Kind.BOLD),
          Map.entry("strong", Kind.BOLD),
          Map.entry("i", Kind.ITALIC),
          Map.entry("em", Kind.ITALIC),
          Map.entry("u", Kind.UNDERLINE),
          Map.entry("ins", Kind.UNDERLINE),
          Map.entry("s", Kind.STRIKETHROUGH),
          Map.entry("strike", Kind.STRIKETHROUGH),
          Map.entry("del", Kind.STRIKETHROUGH),
          Map.entry("tg-spoiler", Kind.SPOILER),
          Map.entry("span", Kind.SPOILER),
          Map.entry("a", Kind.TEXT_LINK),
          Map.entry("code", Kind.CODE),
          Map.entry("pre", Kind.PRE),
          Map.entry("blockquote", Kind.BLOCKQUOTE));

  private static final String LANGUAGE = "language-";

  private final String source;
  private final Marks marks = new Marks();
  private int at;

  /// The `<code class="language-…">` directly inside `<pre>` only names the language.
  private @Nullable Integer languageBegun;

  Html(String source) {
    this.source = source;
  }

  MarkedText read() {
    while (at < source.length()) {
      switch (source.charAt(at)) {
        case '<' -> tag();
        case '&' -> entity();
        case '>' -> throw new MarkupFault(at, "the character > must be written as &gt;.");
        default -> {
          int c = source.codePointAt(at);
          marks.append(c);
          at += Character.charCount(c);
        }
      }
    }
    if (languageBegun != null) {
      throw new MarkupFault(languageBegun, "<code> is never closed.");
    }
    return marks.finished();
  }

  private void tag() {
    int begun = at;
    HtmlTag tag = HtmlTag.read(source, begun);
    at = tag.end();
    if (tag.closing()) {
      close(tag, begun);
    } else {
      open(tag, begun);
    }
  }

  private void open(HtmlTag tag, int begun) {
    Kind kind = TAGS.get(tag.name());
    if (kind == null) {
      throw new MarkupFault(begun, "the tag <" + tag.name() + "> is not known.");
    }
    String type = tag.attribute("class");
    if (tag.name().equals("span") && !"tg-spoiler".equals(type)) {
      throw new MarkupFault(begun, "a <span> needs class=\"tg-spoiler\".");
    }
    if (kind == Kind.CODE && type != null && type.startsWith(LANGUAGE)) {
      if (languageBegun != null || !marks.nameLanguage(type.substring(LANGUAGE.length()))) {
        throw new MarkupFault(begun, "only <code> right inside <pre> names a language.");
      }
      languageBegun = begun;
      return;
    }
    if (kind == Kind.BLOCKQUOTE && tag.has("expandable")) {
      kind = Kind.EXPANDABLE_BLOCKQUOTE;
    }
    marks.open(
        kind, begun, "<" + tag.name() + ">", kind == Kind.TEXT_LINK ? href(tag, begun) : null);
  }

  private static String href(HtmlTag tag, int begun) {
    String url = tag.attribute("href");
    if (url == null) {
      throw new MarkupFault(begun, "an <a> needs its href.");
    }
    return Links.checked(url, begun);
  }

  private void close(HtmlTag tag, int begun) {
    if (languageBegun != null && tag.name().equals("code")) {
      languageBegun = null;
      return;
    }
    Marks.Open top = marks.top();
    if (top == null) {
      throw new MarkupFault(begun, "</" + tag.name() + "> closes nothing.");
    }
    if (languageBegun != null || !top.name().equals("<" + tag.name() + ">")) {
      throw new MarkupFault(
          begun, "</" + tag.name() + "> does not fit: " + top.name() + " is still open.");
    }
    marks.close();
  }

  private void entity() {
    int end = source.indexOf(';', at);
    int c = end < 0 || end - at > 10 ? -1 : decoded(source.substring(at + 1, end));
    if (c < 0) {
      throw new MarkupFault(at, "the character & must be written as &amp;.");
    }
    marks.append(c);
    at = end + 1;
  }

  /// Telegram has four named entities and all numeric ones.
  ///
  /// @return -1 for none
  static int decoded(String name) {
    return switch (name) {
      case "lt" -> '<';
      case "gt" -> '>';
      case "amp" -> '&';
      case "quot" -> '"';
      default -> numeric(name.toLowerCase(Locale.ROOT));
    };
  }

  private static int numeric(String name) {
    boolean hex = name.startsWith("#x");
    String digits = hex ? name.substring(2) : name.startsWith("#") ? name.substring(1) : "";
    if (!digits.matches(hex ? "[0-9a-f]{1,6}" : "[0-9]{1,7}")) {
      return -1;
    }
    int c = Integer.parseInt(digits, hex ? 16 : 10);
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return c == 0 || surrogate || !Character.isValidCodePoint(c) ? -1 : c;
  }
}
