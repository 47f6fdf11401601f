package xyz.contentfactory.telegram.codegen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The definitions of one TL text. Blank lines and `//` comments are skipped; `// LAYER n` is read.
///
/// @param layer zero when the text does not state one
record Schema(int layer, List<Definition> definitions) {
  private static final String LAYER = "// LAYER ";

  Schema {
    definitions = List.copyOf(definitions);
    Map<Integer, Definition> seen = new HashMap<>();
    for (Definition definition : definitions) {
      Definition other = seen.put(definition.id(), definition);
      if (other != null) {
        throw new SchemaException(other.name() + " and " + definition.name() + " share an id");
      }
    }
  }

  static Schema parse(String text) {
    int layer = 0;
    boolean functions = false;
    List<Definition> definitions = new ArrayList<>();
    for (String raw : text.lines().toList()) {
      String line = raw.strip();
      if (line.startsWith(LAYER)) {
        layer = Integer.parseInt(line.substring(LAYER.length()));
      } else if (line.equals("---functions---")) {
        functions = true;
      } else if (line.equals("---types---")) {
        functions = false;
      } else if (!line.isEmpty() && !line.startsWith("//")) {
        definitions.add(Definition.parse(line, functions));
      }
    }
    return new Schema(layer, definitions);
  }
}
