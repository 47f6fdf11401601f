package xyz.contentfactory.telegram.sandbox.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Every definition of every layer from [#OLDEST] to [#NEWEST].
public final class LayeredSchema {

  public static final int OLDEST = 144;
  public static final int NEWEST = 228;

  private final Map<Integer, List<TlDefinition>> byId = new HashMap<>();
  private final Map<String, List<TlDefinition>> byName = new HashMap<>();

  private LayeredSchema() {}

  /// Reads the schema that ships with the sandbox.
  public static LayeredSchema shipped() {
    try (InputStream in =
        LayeredSchema.class.getResourceAsStream("/xyz/contentfactory/telegram/sandbox/layers.tl")) {
      if (in == null) {
        throw new IllegalStateException("layers.tl is missing from the sandbox jar");
      }
      return read(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LayeredSchema read(BufferedReader lines) throws IOException {
    LayeredSchema schema = new LayeredSchema();
    boolean functions = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String text = line.trim();
      if (text.startsWith("---")) {
        functions = text.equals("---functions---");
      } else if (!text.isEmpty() && !text.startsWith("//")) {
        schema.add(TlDefinition.parse(text, functions));
      }
    }
    return schema;
  }

  private void add(TlDefinition definition) {
    byId.computeIfAbsent(definition.id(), _ -> new ArrayList<>(1)).add(definition);
    byName.computeIfAbsent(definition.name(), _ -> new ArrayList<>(1)).add(definition);
  }

  public static boolean knows(int layer) {
    return OLDEST <= layer && layer <= NEWEST;
  }

  /// The definition with this id at the layer; one of a neighbouring layer when the layer itself
  /// has dropped it, because clients mix their layers by a little.
  @Nullable TlDefinition byId(int id, int layer) {
    List<TlDefinition> all = byId.get(id);
    if (all == null) {
      return null;
    }
    return all.stream().filter(d -> d.standsIn(layer)).findFirst().orElse(all.getLast());
  }

  /// A function by name, of a neighbouring layer when need be.
  @Nullable TlDefinition function(String name, int layer) {
    TlDefinition exact = byName(name, layer);
    List<TlDefinition> all = byName.getOrDefault(name, List.of());
    return exact != null || all.isEmpty() ? exact : all.getLast();
  }

  @Nullable TlDefinition byName(String name, int layer) {
    for (TlDefinition definition : byName.getOrDefault(name, List.of())) {
      if (definition.standsIn(layer)) {
        return definition;
      }
    }
    return null;
  }
}
