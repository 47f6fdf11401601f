package xyz.contentfactory.telegram.tl;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Makes an arbitrary value of any generated record, by reflection, from a seed.
final class RandomObjects {
  private static final FixedLengths LENGTHS = new FixedLengths();
  private static final int DEEP = 4;

  private final Random random;
  private int depth;

  RandomObjects(long seed) {
    random = new Random(seed);
  }

  <T> T make(Class<T> type) {
    try {
      return make(type, random.nextInt(3));
    } catch (NullPointerException sharedBit) {
      return make(type, 2); // fields that share a bit come together: give all of them
    }
  }

  /// @param fullness 0 no optional field, 1 some, 2 all
  private <T> T make(Class<T> type, int fullness) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    depth++;
    for (int i = 0; i < values.length; i++) {
      values[i] = component(type, components[i], fullness);
    }
    depth--;
    return construct(type, components, values);
  }

  private @Nullable Object component(Class<?> owner, RecordComponent component, int fullness) {
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    boolean given = fullness == 2 || (fullness == 1 && random.nextBoolean());
    if (optional && !given) {
      return null;
    }
    if (component.getType() == Bytes.class) {
      int id = GeneratedClasses.idOf(owner.asSubclass(TlObject.class));
      return bytes(LENGTHS.of(id, component.getName()));
    }
    return value(component.getGenericType());
  }

  private Object value(Type type) {
    if (type instanceof ParameterizedType list) {
      int count = depth > DEEP ? 0 : random.nextInt(3);
      List<Object> values = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        values.add(value(list.getActualTypeArguments()[0]));
      }
      return values;
    }
    if (type == int.class || type == Integer.class) {
      return random.nextInt();
    } else if (type == long.class || type == Long.class) {
      return random.nextLong();
    } else if (type == double.class || type == Double.class) {
      return random.nextDouble();
    } else if (type == boolean.class || type == Boolean.class) {
      return random.nextBoolean();
    } else if (type == String.class) {
      return "ж🙂a".repeat(random.nextInt(60));
    } else if (type == Bytes.class) {
      return bytes(0);
    }
    return object((Class<?>) type);
  }

  private Object object(Class<?> type) {
    if (!type.isSealed()) {
      return make(type);
    }
    Class<?>[] members = type.getPermittedSubclasses();
    if (depth <= DEEP) {
      return make(members[random.nextInt(members.length)]);
    }
    return make(Arrays.stream(members).min(Comparator.comparingInt(Weights::of)).orElseThrow());
  }

  private Bytes bytes(int fixed) {
    byte[] bytes = new byte[fixed > 0 ? fixed : 4 * random.nextInt(80)];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }

  private static <T> T construct(
      Class<T> type, RecordComponent[] components, @Nullable Object[] values) {
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof NullPointerException cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
