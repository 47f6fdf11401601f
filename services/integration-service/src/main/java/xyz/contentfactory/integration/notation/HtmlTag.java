package xyz.contentfactory.integration.notation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One tag of a text.
///
/// @param end where the text goes on behind it
record HtmlTag(String name, boolean closing, Map<String, String> attributes, int end) {
  static HtmlTag read(String source, int begun) {
    return new Reader(source, begun).tag();
  }

  boolean has(String attribute) {
    return attributes.containsKey(attribute);
  }

  @Nullable String attribute(String attribute) {
    return attributes.get(attribute);
  }

  private static final class Reader {
    private final String source;
    private final int begun;
    private int at;

    Reader(String source, int begun) {
      this.source = source;
      this.begun = begun;
      this.at = begun + 1;
    }

    HtmlTag tag() {
      boolean closing = here() == '/';
      if (closing) {
        at++;
      }
      String name = name();
      if (name.isEmpty()) {
        throw new MarkupFault(begun, "the character < must be written as &lt;.");
      }
      Map<String, String> attributes = new HashMap<>();
      skipSpace();
      while (here() != '>') {
        if (closing) {
          throw new MarkupFault(at, "a closing tag has no attributes.");
        }
        attribute(attributes);
        skipSpace();
      }
      return new HtmlTag(name, closing, attributes, at + 1);
    }

    private char here() {
      if (at >= source.length()) {
        throw new MarkupFault(begun, "the tag is never closed; write < as &lt;.");
      }
      return source.charAt(at);
    }

    private String name() {
      int from = at;
      while (isNamePart(here())) {
        at++;
      }
      return source.substring(from, at).toLowerCase(Locale.ROOT);
    }

    private static boolean isNamePart(char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    private void skipSpace() {
      while (here() == ' ' || here() == '\n' || here() == '\t') {
        at++;
      }
    }

    private void attribute(Map<String, String> attributes) {
      int from = at;
      String name = name();
      if (name.isEmpty()) {
        throw new MarkupFault(at, "the name of an attribute is expected here.");
      }
      skipSpace();
      String value = "";
      if (here() == '=') {
        at++;
        skipSpace();
        value = value();
      }
      if (attributes.put(name, value) != null) {
        throw new MarkupFault(from, "the attribute " + name + " is there twice.");
      }
    }

    private String value() {
      char quote = here();
      if (quote != '"' && quote != '\'') {
        int from = at;
        while (here() != '>' && here() != ' ' && here() != '\n') {
          at++;
        }
        return decoded(source.substring(from, at), from);
      }
      int from = ++at;
      while (here() != quote) {
        at++;
      }
      return decoded(source.substring(from, at++), from);
    }

    private static String decoded(String raw, int position) {
      StringBuilder value = new StringBuilder();
      for (int i = 0; i < raw.length(); i++) {
        int end = raw.charAt(i) == '&' ? raw.indexOf(';', i) : -1;
        int c = end < 0 ? -1 : Html.decoded(raw.substring(i + 1, end));
        if (raw.charAt(i) == '<') {
          throw new MarkupFault(position + i, "the character < must be written as &lt;.");
        }
        if (c < 0) {
          value.append(raw.charAt(i));
        } else {
          value.appendCodePoint(c);
          i = end;
        }
      }
      return value.toString();
    }
  }
}
