package xyz.contentfactory.integration.notation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.TextEntity;
import xyz.contentfactory.telegram.client.TextEntity.Kind;

/// The plain text as it grows, with the formats that are open and those that are closed.
final class Marks {
  private static final int MOST_OPEN = 32;

  private final StringBuilder text = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<TextEntity> entities = new ArrayList<>();

  /// A format that has begun.
  ///
  /// @param at where in the plain text
  /// @param position where in the source
  /// @param name as the source calls it
  /// @param extra a link's address or a code block's language
  record Open(Kind kind, int at, int position, String name, @Nullable String extra) {
    String described() {
      return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
          + ", begun at position "
          + position;
    }
  }

  void append(int codePoint) {
    text.appendCodePoint(codePoint);
  }

  boolean isAtLineStart() {
    return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
  }

  int length() {
    return text.length();
  }

  @Nullable Open top() {
    return open.peek();
  }

  boolean isOpen(Kind kind) {
    return open.stream().anyMatch(one -> one.kind() == kind);
  }

  void open(Kind kind, int position, String name, @Nullable String extra) {
    if (open.size() >= MOST_OPEN) {
      throw new MarkupFault(position, "too many formats inside each other.");
    }
    for (Open outer : open) {
      if (Nesting.contradict(outer.kind(), kind)) {
        throw new MarkupFault(position, name + " cannot stand inside " + outer.described() + ".");
      }
    }
    open.push(new Open(kind, text.length(), position, name, extra));
  }

  /// Closes the innermost one. What stands around nothing disappears.
  void close() {
    closeAs(open.element().kind(), open.element().extra());
  }

  void closeAs(Kind kind, @Nullable String extra) {
    Open last = open.pop();
    int length = text.length() - last.at();
    if (length > 0) {
      entities.add(
          new TextEntity(
              kind,
              last.at(),
              length,
              kind == Kind.TEXT_LINK ? extra : null,
              kind == Kind.PRE ? extra : null));
    }
  }

  /// The language of the code block that has just begun.
  boolean nameLanguage(String language) {
    Open pre = open.peek();
    if (pre == null || pre.kind() != Kind.PRE || pre.at() != text.length()) {
      return false;
    }
    open.pop();
    open.push(new Open(Kind.PRE, pre.at(), pre.position(), pre.name(), language));
    return true;
  }

  MarkedText finished() {
    Open left = open.peek();
    if (left != null) {
      throw new MarkupFault(left.position(), left.name() + " is never closed.");
    }
    return new MarkedText(text.toString(), entities);
  }
}
