package xyz.contentfactory.telegram.codegen;

import org.jspecify.annotations.Nullable;

/// One field of a definition; `flag` is set when the field is present only with that bit.
record Field(String name, TypeRef type, @Nullable Flag flag) {

  /// Bit `bit` of the `#` field called `field`.
  record Flag(String field, int bit) {
    Flag {
      if (bit < 0 || bit > 31) {
        throw new SchemaException("no such bit: " + field + "." + bit);
      }
    }

    @Override
    public String toString() {
      return field + "." + bit;
    }
  }

  static Field parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new SchemaException("not a field: " + text);
    }
    String name = text.substring(0, colon);
    String type = text.substring(colon + 1);
    int question = type.indexOf('?');
    if (question < 0) {
      return new Field(name, TypeRef.parse(type), null);
    }
    int dot = type.indexOf('.');
    int bit = Integer.parseInt(type.substring(dot + 1, question));
    Flag flag = new Flag(type.substring(0, dot), bit);
    return new Field(name, TypeRef.parse(type.substring(question + 1)), flag);
  }

  /// The flag word itself; it is computed and never a record component.
  boolean isFlagWord() {
    return type.name().equals("#");
  }

  /// A boolean that is nothing but its bit.
  boolean isTrueFlag() {
    return flag != null && type.name().equals("true");
  }

  boolean isOptionalValue() {
    return flag != null && !isTrueFlag();
  }

  @Override
  public String toString() {
    return name + ":" + (flag == null ? "" : flag + "?") + type;
  }
}
