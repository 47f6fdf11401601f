package xyz.contentfactory.telegram.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The little markup in which the texts of `world.json` are written: `**bold**`, `__italic__`,
/// `++underline++`, `~~strike~~`, `||spoiler||`, `` `code` ``, fenced code, `[text](url)` and lines
/// that begin with `> `. Not nested.
final class Markup {

  private static final Pattern MARK =
      Pattern.compile(
          "```(?<language>\\w*)\\n(?<pre>.*?)\\n```"
              + "|`(?<code>[^`]+)`"
              + "|\\[(?<label>[^]]+)]\\((?<url>[^)]+)\\)"
              + "|(?<sign>\\*\\*|__|\\+\\+|~~|\\|\\|)(?<inner>.+?)\\k<sign>"
              + "|(?m:^> (?<quote>[^\\n]*)$)",
          Pattern.DOTALL);

  private static final Map<String, String> TYPES =
      Map.of(
          "**", "bold", "__", "italic", "++", "underline", "~~", "strikethrough", "||", "spoiler");

  private Markup() {}

  static FormattedText parse(String markup) {
    StringBuilder text = new StringBuilder();
    List<TextEntity> entities = new ArrayList<>();
    Matcher mark = MARK.matcher(markup);
    int done = 0;
    while (mark.find()) {
      text.append(markup, done, mark.start());
      entities.add(entity(mark, text));
      done = mark.end();
    }
    text.append(markup, done, markup.length());
    return new FormattedText(text.toString(), entities);
  }

  /// Appends what the mark stands around and says what it is.
  private static TextEntity entity(Matcher mark, StringBuilder text) {
    int offset = text.length();
    String pre = mark.group("pre");
    String code = mark.group("code");
    String label = mark.group("label");
    String quote = mark.group("quote");
    if (pre != null) {
      text.append(pre);
      return new TextEntity("pre", offset, pre.length(), null, mark.group("language"), null, false);
    }
    if (code != null) {
      text.append(code);
      return TextEntity.plain("code", offset, code.length());
    }
    if (label != null) {
      text.append(label);
      return new TextEntity(
          "text_link", offset, label.length(), mark.group("url"), null, null, false);
    }
    if (quote != null) {
      text.append(quote);
      return TextEntity.plain("blockquote", offset, quote.length());
    }
    String inner = mark.group("inner");
    text.append(inner);
    return TextEntity.plain(TYPES.getOrDefault(mark.group("sign"), "bold"), offset, inner.length());
  }
}
