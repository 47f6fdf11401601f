package xyz.contentfactory.telegram.codegen;

import java.util.Map;

/// How values of a TL type are declared, read and written in Java, seen from one package.
final class JavaTypes {
  private record Primitive(String java, String boxed, String suffix) {}

  private static final Map<String, Primitive> PRIMITIVES =
      Map.of(
          "int", new Primitive("int", "Integer", "Int"),
          "long", new Primitive("long", "Long", "Long"),
          "double", new Primitive("double", "Double", "Double"),
          "Bool", new Primitive("boolean", "Boolean", "Bool"),
          "true", new Primitive("boolean", "Boolean", "Bool"),
          "string", new Primitive("String", "String", "String"),
          "bytes", new Primitive("Bytes", "Bytes", "Bytes"),
          "int128", new Primitive("Bytes", "Bytes", "Int128"),
          "int256", new Primitive("Bytes", "Bytes", "Int256"),
          "Object", new Primitive("Bytes", "Bytes", "Rest"));

  private final Model model;
  private final String inPackage;

  JavaTypes(Model model, String inPackage) {
    this.model = model;
    this.inPackage = inPackage;
  }

  String declared(Field field) {
    if (field.isOptionalValue()) {
      return nullable(boxed(field.type()));
    }
    return plain(field.type());
  }

  /// A type-use annotation stands before the simple name: `java.util.@Nullable List`.
  static String nullable(String type) {
    int generic = type.indexOf('<');
    int dot = type.lastIndexOf('.', generic < 0 ? type.length() : generic);
    return type.substring(0, dot + 1) + "@Nullable " + type.substring(dot + 1);
  }

  static boolean isPrimitive(TypeRef type) {
    Primitive known = PRIMITIVES.get(type.name());
    return known != null && Character.isLowerCase(known.java().charAt(0));
  }

  String plain(TypeRef type) {
    Primitive known = PRIMITIVES.get(type.name());
    return known == null ? boxed(type) : known.java();
  }

  String boxed(TypeRef type) {
    if (type.isVector()) {
      return "List<" + boxed(type.element()) + ">";
    }
    if (type.name().equals("!X")) {
      return "TlMethod<X>";
    }
    if (type.name().equals("X")) {
      return "X";
    }
    Primitive known = PRIMITIVES.get(type.name());
    return known == null ? classOf(type).seenFrom(inPackage) : known.boxed();
  }

  private JavaName classOf(TypeRef type) {
    Definition bare = model.bare(type.name());
    return bare == null ? model.classOf(type.name()) : model.recordOf(bare);
  }

  /// An expression that reads one value from the variable `in`.
  String read(TypeRef type) {
    if (type.isVector()) {
      String method = type.isBareVector() ? "readBareVector" : "readVector";
      return "in.%s(%s)".formatted(method, reader(type.element()));
    }
    Primitive known = PRIMITIVES.get(type.name());
    if (known != null) {
      return "in.read" + known.suffix() + "()";
    }
    return classOf(type).seenFrom(inPackage) + "." + readMethod(type) + "(in)";
  }

  private String reader(TypeRef type) {
    Primitive known = PRIMITIVES.get(type.name());
    if (known != null) {
      return "TlReader::read" + known.suffix();
    }
    if (type.isVector()) {
      String method = type.isBareVector() ? "readBareVector" : "readVector";
      return "nested -> nested.%s(%s)".formatted(method, reader(type.element()));
    }
    return classOf(type).seenFrom(inPackage) + "::" + readMethod(type);
  }

  private String readMethod(TypeRef type) {
    return model.bare(type.name()) == null ? "read" : "readBare";
  }

  /// A statement (without semicolon) that writes `value` to the variable `out`.
  String write(TypeRef type, String value) {
    if (type.isVector()) {
      String method = type.isBareVector() ? "writeBareVector" : "writeVector";
      return "out.%s(%s, %s)".formatted(method, value, writer(type.element()));
    }
    Primitive known = PRIMITIVES.get(type.name());
    if (known != null) {
      return "out.write" + known.suffix() + "(" + value + ")";
    }
    return value + "." + writeMethod(type) + "(out)";
  }

  private String writer(TypeRef type) {
    Primitive known = PRIMITIVES.get(type.name());
    if (known != null) {
      return "TlWriter::write" + known.suffix();
    }
    if (type.isVector()) {
      String method = type.isBareVector() ? "writeBareVector" : "writeVector";
      return "(to, each) -> to.%s(each, %s)".formatted(method, writer(type.element()));
    }
    return "(to, each) -> each." + writeMethod(type) + "(to)";
  }

  private String writeMethod(TypeRef type) {
    return model.bare(type.name()) == null ? "write" : "writeBare";
  }
}
