package xyz.contentfactory.telegram.sandbox.schema;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Requests in, answers and updates out, at the layer of the client.
public final class Codec {

  private static final int MAX_WRAPPERS = 8;

  private final LayeredSchema schema;

  public Codec(LayeredSchema schema) {
    this.schema = schema;
  }

  /// A request without its wrappers.
  ///
  /// @param wrappers the outer functions from the outside in, without their `query`
  /// @param layer what `invokeWithLayer` said, or else the layer handed in
  public record Request(List<TlValue> wrappers, int layer, TlValue query) {

    public boolean wrappedIn(String name) {
      return wrappers.stream().anyMatch(w -> w.is(name));
    }
  }

  /// Takes the wrappers off and reads the method inside.
  ///
  /// @throws UnknownMethod when the innermost id is no function of the layer
  /// @throws TlFault when the bytes are broken
  public Request request(byte[] body, int knownLayer) {
    List<TlValue> wrappers = new ArrayList<>();
    Inflation inflation = new Inflation();
    int layer = knownLayer;
    ByteBuffer in = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < MAX_WRAPPERS; i++) {
      TlDecoder decoder = new TlDecoder(schema, layer, in, inflation);
      int start = in.position();
      int id = decoder.int32();
      if (id == Inflation.GZIP_PACKED) {
        byte[] packed = (byte[]) decoder.read(TlType.Basic.BYTES);
        in = ByteBuffer.wrap(inflation.inflate(packed)).order(ByteOrder.LITTLE_ENDIAN);
        continue;
      }
      TlDefinition definition = schema.byId(id, layer);
      if (definition == null || !definition.function()) {
        throw new UnknownMethod(id);
      }
      if (!definition.wraps()) {
        in.position(start);
        return new Request(List.copyOf(wrappers), layer, decoder.object());
      }
      TlValue wrapper = new TlValue(definition.name(), decoder.fields(definition));
      wrappers.add(wrapper);
      if (wrapper.is("invokeWithLayer")) {
        layer = wrapper.integer("layer");
      }
    }
    throw new TlFault("wrapped too often");
  }

  /// The answer to a method, written as the type that the method promises in this layer.
  public byte[] answer(TlValue method, Object answer, int layer) {
    TlDefinition definition = schema.function(method.name(), layer);
    if (definition == null) {
      throw new TlFault(method.name() + " does not exist in layer " + layer);
    }
    TlEncoder encoder = new TlEncoder(schema, layer);
    encoder.write(definition.result(), answer);
    return encoder.bytes();
  }

  public byte[] encode(TlValue value, int layer) {
    TlEncoder encoder = new TlEncoder(schema, layer);
    encoder.object(value);
    return encoder.bytes();
  }

  public TlValue decode(byte[] bytes, int layer) {
    return new TlDecoder(schema, layer, ByteBuffer.wrap(bytes), new Inflation()).object();
  }

  /// Whether constructor or method is known in the layer.
  public boolean has(String name, int layer) {
    return schema.byName(name, layer) != null;
  }

  public static final class UnknownMethod extends RuntimeException {

    private final int id;

    UnknownMethod(int id) {
      super("no function " + Integer.toHexString(id));
      this.id = id;
    }

    public int id() {
      return id;
    }
  }
}
