package xyz.contentfactory.telegram.tl;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How deep the smallest value of a class is, so that random values end somewhere.
final class Weights {
  private static final int ENDLESS = 1000;
  private static final Map<Class<?>, Integer> KNOWN = new HashMap<>();

  private Weights() {}

  static synchronized int of(Class<?> type) {
    Integer known = KNOWN.get(type);
    if (known != null) {
      return known;
    }
    KNOWN.put(type, ENDLESS); // while it is being asked for: a cycle
    int weight = type.isSealed() ? lightest(type) : heaviestField(type);
    if (weight < ENDLESS) {
      KNOWN.put(type, weight);
    } else {
      KNOWN.remove(type);
    }
    return weight;
  }

  private static int lightest(Class<?> type) {
    return Arrays.stream(type.getPermittedSubclasses()).mapToInt(Weights::of).min().orElseThrow();
  }

  private static int heaviestField(Class<?> type) {
    List<RecordComponent> needed =
        Arrays.stream(type.getRecordComponents())
            .filter(each -> TlObject.class.isAssignableFrom(each.getType()))
            .filter(each -> !each.getAnnotatedType().isAnnotationPresent(Nullable.class))
            .toList();
    return 1 + needed.stream().mapToInt(each -> of(each.getType())).max().orElse(0);
  }
}
