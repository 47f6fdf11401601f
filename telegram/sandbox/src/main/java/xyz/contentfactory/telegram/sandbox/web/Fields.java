package xyz.contentfactory.telegram.sandbox.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the fields of a JSON body, strictly.
final class Fields {

  private static final int MOST_TEXT = 1024;

  private Fields() {}

  static String text(JsonNode node, String name, String otherwise) {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      return otherwise;
    }
    if (!value.isString() || value.stringValue().length() > MOST_TEXT) {
      throw HttpProblem.invalid(name + " is a short text.");
    }
    return value.stringValue();
  }

  static @Nullable String text(JsonNode node, String name) {
    String value = text(node, name, "");
    return value.isEmpty() ? null : value;
  }

  static boolean truth(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null || !value.isBoolean()) {
      throw HttpProblem.invalid(name + " is true or false.");
    }
    return value.booleanValue();
  }

  static int number(JsonNode node, String name, int otherwise, int least, int most) {
    JsonNode value = node.get(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.isIntegralNumber()
        || !value.canConvertToInt()
        || value.intValue() < least
        || value.intValue() > most) {
      throw HttpProblem.invalid("%s is a number from %d to %d.".formatted(name, least, most));
    }
    return value.intValue();
  }

  static <E extends Enum<E>> E choice(JsonNode node, String name, Class<E> type) {
    String value = text(node, name, "").toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> c.name().equals(value))
        .findFirst()
        .orElseThrow(() ->
            HttpProblem.invalid(
                "%s is one of %s.".formatted(name, Arrays.toString(type.getEnumConstants()))));
  }
}
