package xyz.contentfactory.telegram.tl;

/// Bytes that are not what the schema says. States where and what, never the content.
public final class TlException extends RuntimeException {
  private final int offset;

  TlException(int offset, String what) {
    super(what + " at offset " + offset);
    this.offset = offset;
  }

  TlException(int offset, String what, Throwable cause) {
    super(what + " at offset " + offset, cause);
    this.offset = offset;
  }

  /// In bytes from the start of what was read; inside gzip-packed data, of the inflated bytes.
  public int offset() {
    return offset;
  }
}
