package xyz.contentfactory.telegram.codegen;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A schema with a Java class decided for every type and every definition.
final class Model {
  /// Simple names that generated files use for something else.
  private static final Set<String> RESERVED =
      Set.of("Bytes", "List", "Nullable", "NullMarked", "Objects", "Override", "String");

  /// Where the classes go: `types` and `functions` may be the same package.
  record Layout(String runtime, String types, String functions, String registry) {}

  private final Schema schema;
  private final Layout layout;
  private final Map<String, List<Definition>> constructors = new LinkedHashMap<>();
  private final Map<String, JavaName> interfaces = new LinkedHashMap<>();
  private final Map<Definition, JavaName> records = new LinkedHashMap<>();
  private final Map<String, Definition> bareByName = new HashMap<>();

  Model(Schema schema, Layout layout) {
    this.schema = schema;
    this.layout = layout;
    for (Definition definition : schema.definitions()) {
      if (!definition.function()) {
        constructors
            .computeIfAbsent(definition.result().name(), type -> new ArrayList<>())
            .add(definition);
        bareByName.put(definition.name(), definition);
      }
    }
    constructors.forEach(this::nameInterface);
    Set<JavaName> taken = new HashSet<>(interfaces.values());
    for (Definition definition : schema.definitions()) {
      records.put(definition, recordName(definition, taken));
    }
    refuseClashes();
  }

  private void nameInterface(String type, List<Definition> members) {
    boolean sameName =
        members.size() == 1
            && Names.pascal(members.getFirst().name()).equalsIgnoreCase(Names.pascal(type));
    if (!sameName && !type.equals("Object")) {
      interfaces.put(type, inNamespace(layout.types(), type, Names.pascal(type)));
    }
  }

  private JavaName recordName(Definition definition, Set<JavaName> taken) {
    String base = definition.function() ? layout.functions() : layout.types();
    String simple = Names.pascal(definition.name());
    JavaName plain = inNamespace(base, definition.name(), simple);
    return taken.contains(plain) ? inNamespace(base, definition.name(), "Plain" + simple) : plain;
  }

  private static JavaName inNamespace(String base, String tlName, String simple) {
    int dot = tlName.lastIndexOf('.');
    return new JavaName(dot < 0 ? base : base + "." + tlName.substring(0, dot), simple);
  }

  /// Also refuses names that differ only in case: their files would overwrite each other on macOS.
  private void refuseClashes() {
    Set<String> seen = new HashSet<>();
    List<JavaName> all = new ArrayList<>(interfaces.values());
    all.addAll(records.values());
    for (JavaName name : all) {
      if (!seen.add(name.qualified().toLowerCase(Locale.ROOT))) {
        throw new SchemaException("two classes called " + name.qualified());
      }
      if (RESERVED.contains(name.simpleName()) || name.simpleName().startsWith("Tl")) {
        throw new SchemaException("reserved class name " + name.qualified());
      }
    }
  }

  Schema schema() {
    return schema;
  }

  Layout layout() {
    return layout;
  }

  JavaName recordOf(Definition definition) {
    JavaName name = records.get(definition);
    if (name == null) {
      throw new SchemaException("unknown definition " + definition.name());
    }
    return name;
  }

  Map<String, JavaName> interfaces() {
    return Collections.unmodifiableMap(interfaces);
  }

  @Nullable JavaName interfaceOf(Definition definition) {
    return definition.function() ? null : interfaces.get(definition.result().name());
  }

  Collection<Definition> constructorsOf(String type) {
    return Collections.unmodifiableList(constructors.getOrDefault(type, List.of()));
  }

  /// The class of a boxed type: its sealed interface, or its only record.
  JavaName classOf(String type) {
    JavaName named = interfaces.get(type);
    if (named != null) {
      return named;
    }
    List<Definition> members = constructors.get(type);
    if (members == null) {
      throw new SchemaException("unknown type " + type);
    }
    return recordOf(members.getFirst());
  }

  /// The constructor that a bare type such as `future_salt` names, or null for a boxed type.
  @Nullable Definition bare(String type) {
    return bareByName.get(type);
  }
}
