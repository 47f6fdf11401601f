package xyz.contentfactory.telegram.mtproto.framing;

/// The framings of <https://core.telegram.org/mtproto/mtproto-transports>.
public enum FramingKind {
  /// One length byte for most packets; the least overhead.
  ABRIDGED(0xefefefef),
  /// A four-byte length.
  INTERMEDIATE(0xeeeeeeee),
  /// As intermediate, with random padding behind each packet.
  PADDED_INTERMEDIATE(0xdddddddd),
  /// Length, number and CRC-32; cannot be obfuscated.
  FULL(0);

  private final int tag;

  FramingKind(int tag) {
    this.tag = tag;
  }

  /// The four bytes that announce the kind, in the opening or inside the obfuscation header.
  int tag() {
    return tag;
  }
}
