package xyz.contentfactory.telegram.codegen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The optional fields of a definition, by the bit that announces them.
final class FlagGroups {
  private FlagGroups() {}

  static Map<Field.Flag, List<Field>> of(Definition definition) {
    Map<Field.Flag, List<Field>> groups = new LinkedHashMap<>();
    for (Field field : definition.fields()) {
      if (field.flag() != null) {
        groups.computeIfAbsent(field.flag(), flag -> new ArrayList<>()).add(field);
      }
    }
    return groups;
  }

  /// A Java condition: the field says that its bit is to be set.
  static String present(Field field) {
    String name = Names.camel(field.name());
    return field.isTrueFlag() ? name : name + " != null";
  }
}
