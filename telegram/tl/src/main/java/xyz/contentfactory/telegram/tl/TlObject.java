package xyz.contentfactory.telegram.tl;

/// A value of the schema: a record that knows its constructor and can write itself.
///
/// `toString` of every record shows the constructor only: fields may be secret.
public interface TlObject {

  /// The TL constructor number. Not called `id()`, because hundreds of types have a field `id`.
  int constructorId();

  /// Writes the constructor number and the fields.
  void write(TlWriter out);

  default byte[] toBytes() {
    TlWriter out = new TlWriter();
    write(out);
    return out.toByteArray();
  }
}
