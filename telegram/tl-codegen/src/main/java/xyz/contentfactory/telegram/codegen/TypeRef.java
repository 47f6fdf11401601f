package xyz.contentfactory.telegram.codegen;

import org.jspecify.annotations.Nullable;

/// A type as a field or a result names it: `int`, `Peer`, `future_salt` (bare), `Vector<long>`.
record TypeRef(String name, @Nullable TypeRef argument) {

  static TypeRef parse(String text) {
    int open = text.indexOf('<');
    if (open < 0) {
      return new TypeRef(text, null);
    }
    if (!text.endsWith(">")) {
      throw new SchemaException("unbalanced type " + text);
    }
    TypeRef argument = parse(text.substring(open + 1, text.length() - 1));
    return new TypeRef(text.substring(0, open), argument);
  }

  boolean isVector() {
    return argument != null;
  }

  /// A vector without its own constructor id in front.
  boolean isBareVector() {
    return name.equals("vector");
  }

  TypeRef element() {
    if (argument == null) {
      throw new SchemaException(name + " has no element type");
    }
    return argument;
  }

  @Override
  public String toString() {
    return argument == null ? name : name + "<" + argument + ">";
  }
}
