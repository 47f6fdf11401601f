package xyz.contentfactory.integration.notation;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.TextEntity.Kind;

/// Telegram's MarkdownV2: https://core.telegram.org/bots/api#markdownv2-style
final class MarkdownV2 {
  /// What has a meaning outside code and must be escaped where it is meant as itself.
  private static final String RESERVED = "_*[]()~`>#+-=|{}.!";

  private static final String FENCE = "```";

  private final String source;
  private final Marks marks = new Marks();
  private int at;

  MarkdownV2(String source) {
    this.source = source;
  }

  MarkedText read() {
    while (at < source.length()) {
      step();
    }
    endQuotation();
    return marks.finished();
  }

  private void step() {
    Marks.Open top = marks.top();
    if (isEscape()) {
      marks.append(source.charAt(at + 1));
      at += 2;
    } else if (top != null && Nesting.isMonospace(top.kind())) {
      code(top);
    } else if (source.charAt(at) == '\n') {
      newLine();
    } else if (RESERVED.indexOf(source.charAt(at)) >= 0) {
      mark(source.charAt(at), top);
    } else {
      plain();
    }
  }

  /// Every character from 1 to 126 can be escaped.
  private boolean isEscape() {
    if (source.charAt(at) != '\\' || at + 1 == source.length()) {
      return false;
    }
    char next = source.charAt(at + 1);
    return next >= 1 && next <= 126;
  }

  private void plain() {
    int c = source.codePointAt(at);
    marks.append(c);
    at += Character.charCount(c);
  }

  private void code(Marks.Open top) {
    if (source.charAt(at) != '`') {
      plain();
    } else if (top.kind() == Kind.CODE) {
      close(1);
    } else if (source.startsWith(FENCE, at)) {
      close(FENCE.length());
    } else {
      throw reserved('`');
    }
  }

  private void mark(char c, Marks.@Nullable Open top) {
    switch (c) {
      case '*' -> toggle(Kind.BOLD, "*", top);
      case '_' -> underscore(top);
      case '~' -> toggle(Kind.STRIKETHROUGH, "~", top);
      case '|' -> bars(top);
      case '`' -> openCode();
      case '[' -> open(Kind.TEXT_LINK, "[");
      case ']' -> link(top);
      case '>' -> quotation();
      case '!' -> {
        if (source.startsWith("![", at)) {
          throw new MarkupFault(at, "custom emoji are not taken; write the emoji itself.");
        }
        throw reserved(c);
      }
      default -> throw reserved(c);
    }
  }

  /// Two of them are always the mark of underline, from left to right.
  private void underscore(Marks.@Nullable Open top) {
    if (source.startsWith("__", at)) {
      toggle(Kind.UNDERLINE, "__", top);
    } else {
      toggle(Kind.ITALIC, "_", top);
    }
  }

  private void bars(Marks.@Nullable Open top) {
    if (!source.startsWith("||", at)) {
      throw reserved('|');
    }
    boolean endsLine = at + 2 == source.length() || source.charAt(at + 2) == '\n';
    if (top != null && top.kind() == Kind.BLOCKQUOTE && endsLine) {
      marks.closeAs(Kind.EXPANDABLE_BLOCKQUOTE, null);
      at += 2;
    } else {
      toggle(Kind.SPOILER, "||", top);
    }
  }

  private void toggle(Kind kind, String sign, Marks.@Nullable Open top) {
    if (top != null && top.kind() == kind) {
      close(sign.length());
    } else if (top != null && marks.isOpen(kind)) {
      throw new MarkupFault(at, sign + " does not fit: " + top.described() + ", is still open.");
    } else {
      open(kind, sign);
    }
  }

  private void open(Kind kind, String sign) {
    marks.open(kind, at, sign, null);
    at += sign.length();
  }

  private void close(int length) {
    marks.close();
    at += length;
  }

  private void openCode() {
    if (!source.startsWith(FENCE, at)) {
      open(Kind.CODE, "`");
      return;
    }
    int end = at + FENCE.length();
    while (end < source.length() && !isSpace(source.charAt(end)) && source.charAt(end) != '`') {
      end++;
    }
    boolean named = end < source.length() && source.charAt(end) == '\n';
    String language = source.substring(at + FENCE.length(), end);
    marks.open(Kind.PRE, at, FENCE, named && !language.isEmpty() ? language : null);
    at = named ? end + 1 : at + FENCE.length();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n';
  }

  private void link(Marks.@Nullable Open top) {
    if (top == null || top.kind() != Kind.TEXT_LINK) {
      throw reserved(']');
    }
    if (at + 1 >= source.length() || source.charAt(at + 1) != '(') {
      throw new MarkupFault(at + 1, "the address of the link must follow in parentheses.");
    }
    int begun = at + 2;
    StringBuilder url = new StringBuilder();
    for (at = begun; at < source.length() && source.charAt(at) != ')'; at++) {
      if (isEscape()) {
        at++;
      }
      url.append(source.charAt(at));
    }
    if (at >= source.length()) {
      throw new MarkupFault(begun - 1, "the address of the link is never closed.");
    }
    at++;
    marks.closeAs(Kind.TEXT_LINK, Links.checked(url.toString(), begun));
  }

  private void quotation() {
    if (!marks.isAtLineStart()) {
      throw reserved('>');
    }
    if (marks.top() != null) {
      throw new MarkupFault(at, "a quotation cannot begin inside " + marks.top().described() + ".");
    }
    open(Kind.BLOCKQUOTE, ">");
  }

  /// A quotation goes on in the next line when that begins with the sign again.
  private void newLine() {
    boolean goesOn = marks.isOpen(Kind.BLOCKQUOTE) && source.startsWith("\n>", at);
    if (!goesOn) {
      endQuotation();
    }
    marks.append('\n');
    at += goesOn ? 2 : 1;
  }

  private void endQuotation() {
    Marks.Open top = marks.top();
    if (marks.isOpen(Kind.BLOCKQUOTE) && top != null) {
      if (top.kind() != Kind.BLOCKQUOTE) {
        throw new MarkupFault(top.position(), top.name() + " is not closed inside its quotation.");
      }
      marks.close();
    }
  }

  private MarkupFault reserved(char c) {
    return new MarkupFault(at, "the character " + c + " must be written as \\" + c + ".");
  }
}
