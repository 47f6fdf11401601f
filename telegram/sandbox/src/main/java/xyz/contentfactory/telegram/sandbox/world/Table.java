package xyz.contentfactory.telegram.sandbox.world;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Values of one kind by key, in key order, kept as JSON.
final class Table<V> {

  private final MVMap<String, String> map;
  private final JsonMapper json;
  private final Class<V> type;

  Table(MVMap<String, String> map, JsonMapper json, Class<V> type) {
    this.map = map;
    this.json = json;
    this.type = type;
  }

  /// A key that sorts as its numbers do; none of them is negative.
  static String key(long... parts) {
    StringBuilder key = new StringBuilder(parts.length * 20);
    for (long part : parts) {
      key.append('/').append(String.format("%016x", part));
    }
    return key.toString();
  }

  @Nullable V get(String key) {
    String value = map.get(key);
    return value == null ? null : json.readValue(value, type);
  }

  void put(String key, V value) {
    map.put(key, json.writeValueAsString(value));
  }

  void remove(String key) {
    map.remove(key);
  }

  boolean isEmpty() {
    return map.isEmpty();
  }

  /// All values, in key order.
  Stream<V> all() {
    return from("", "");
  }

  /// The values whose key begins with the prefix, in key order.
  Stream<V> under(String prefix) {
    return from(prefix, prefix);
  }

  /// The values from a key on, as long as the key begins with the prefix. Read lazily: end the
  /// stream inside the change that opened it.
  Stream<V> from(String start, String prefix) {
    return keys(map.keyIterator(start)).takeWhile(k -> k.startsWith(prefix)).map(this::read);
  }

  /// As [#from], but downwards.
  Stream<V> downFrom(String start, String prefix) {
    return keys(map.keyIteratorReverse(start)).takeWhile(k -> k.startsWith(prefix)).map(this::read);
  }

  private V read(String key) {
    V value = get(key);
    if (value == null) {
      throw new IllegalStateException("no value under " + key);
    }
    return value;
  }

  private static Stream<String> keys(Iterator<String> keys) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(keys, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }
}
