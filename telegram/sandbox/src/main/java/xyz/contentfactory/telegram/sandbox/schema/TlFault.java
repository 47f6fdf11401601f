package xyz.contentfactory.telegram.sandbox.schema;

/// Bytes that are no TL of the layer, or a value that the layer cannot express.
public final class TlFault extends RuntimeException {

  public TlFault(String message) {
    super(message);
  }
}
