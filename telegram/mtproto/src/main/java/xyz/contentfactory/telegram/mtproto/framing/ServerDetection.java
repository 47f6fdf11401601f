package xyz.contentfactory.telegram.mtproto.framing;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Obfuscation;
import xyz.contentfactory.telegram.mtproto.ProtocolViolation;

/// How a server finds out from the first bytes what a client speaks.
///
/// @param obfuscation the layer around the framing, if there is one
record ServerDetection(FramingKind kind, @Nullable Obfuscation obfuscation) {
  private static final int ABRIDGED_BYTE = 0xef;

  /// Null until enough bytes are there. Takes the opening out of the input.
  static @Nullable ServerDetection of(InputBuffer input) {
    if (input.available() >= 1 && input.peekByte(0) == ABRIDGED_BYTE) {
      input.skip(1);
      return new ServerDetection(FramingKind.ABRIDGED, null);
    }
    if (input.available() < Long.BYTES) {
      return input.available() < Integer.BYTES ? null : ofTag(input);
    }
    var tagged = ofTag(input);
    if (tagged != null) {
      return tagged;
    }
    if (input.peekInt(Integer.BYTES) == 0) {
      return new ServerDetection(FramingKind.FULL, null);
    }
    return ofObfuscation(input);
  }

  private static @Nullable ServerDetection ofTag(InputBuffer input) {
    int tag = input.peekInt(0);
    for (var kind : new FramingKind[] {FramingKind.INTERMEDIATE, FramingKind.PADDED_INTERMEDIATE}) {
      if (tag == kind.tag()) {
        input.skip(Integer.BYTES);
        return new ServerDetection(kind, null);
      }
    }
    return null;
  }

  private static @Nullable ServerDetection ofObfuscation(InputBuffer input) {
    var start = new byte[] {0, 0, 0, 0, 1, 0, 0, 0};
    PacketCodec.putInt(start, 0, input.peekInt(0), Integer.BYTES);
    if (Obfuscation.looksLikeAnotherProtocol(start)) {
      throw new ProtocolViolation("that is not MTProto");
    }
    if (input.available() < Obfuscation.HEADER) {
      return null;
    }
    var obfuscation = Obfuscation.read(input.take(Obfuscation.HEADER));
    for (var kind : FramingKind.values()) {
      if (kind != FramingKind.FULL && obfuscation.tag() == kind.tag()) {
        return new ServerDetection(kind, obfuscation);
      }
    }
    throw new ProtocolViolation("that is not MTProto");
  }
}
