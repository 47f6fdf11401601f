package xyz.contentfactory.integration.notation;

import xyz.contentfactory.telegram.client.TextEntity.Kind;

/// Which formats may share characters: simple styles with everything but code, nothing with itself,
/// quotations not with each other, code only with a quotation around it.
public final class Nesting {
  private Nesting() {}

  public static boolean contradict(Kind one, Kind other) {
    if (one == other || (isQuotation(one) && isQuotation(other))) {
      return true;
    }
    return (isMonospace(one) || isMonospace(other)) && !isQuotation(one) && !isQuotation(other);
  }

  static boolean isQuotation(Kind kind) {
    return kind == Kind.BLOCKQUOTE || kind == Kind.EXPANDABLE_BLOCKQUOTE;
  }

  static boolean isMonospace(Kind kind) {
    return kind == Kind.CODE || kind == Kind.PRE;
  }
}
