package xyz.contentfactory.telegram.tl;

/// A function of the schema.
///
/// @param <R> what it answers; `Vector<int>` is `List<Integer>`, `Bool` is `Boolean`
public interface TlMethod<R> extends TlObject {

  /// Reads the body of an `rpc_result`, also a gzip-packed one.
  ///
  /// @throws TlException when the bytes are not such an answer
  R readReply(TlReader in);
}
