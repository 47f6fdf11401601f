package xyz.contentfactory.telegram.sandbox.schema;

/// The type of a TL field as the codec needs it.
sealed interface TlType {

  enum Basic implements TlType {
    FLAGS,
    TRUE,
    INT,
    LONG,
    DOUBLE,
    INT128,
    INT256,
    STRING,
    BYTES,
    BOOL,
    /// `!X`: a function whose result type is that of the whole call.
    QUERY
  }

  record Vector(TlType element) implements TlType {}

  record Boxed(String name) implements TlType {}

  static TlType parse(String text) {
    if (text.startsWith("Vector<") || text.startsWith("vector<")) {
      return new Vector(parse(text.substring(7, text.length() - 1)));
    }
    return switch (text) {
      case "#" -> Basic.FLAGS;
      case "true" -> Basic.TRUE;
      case "int" -> Basic.INT;
      case "long" -> Basic.LONG;
      case "double" -> Basic.DOUBLE;
      case "int128" -> Basic.INT128;
      case "int256" -> Basic.INT256;
      case "string" -> Basic.STRING;
      case "bytes" -> Basic.BYTES;
      case "Bool" -> Basic.BOOL;
      case "!X" -> Basic.QUERY;
      default -> new Boxed(text);
    };
  }
}
