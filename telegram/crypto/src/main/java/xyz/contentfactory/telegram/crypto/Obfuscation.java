package xyz.contentfactory.telegram.crypto;

import java.util.Arrays;

/// The obfuscated2 layer of
/// <https://core.telegram.org/mtproto/mtproto-transports#transport-obfuscation>: a 64-byte header
/// from which both directions take their AES-CTR streams. It hides the protocol from simple filters
/// and protects nothing.
///
/// @param header the 64 bytes on the wire
/// @param tag the framing inside, as in its own opening
/// @param dc the data centre wanted, 0 if not said
/// @param fromClient the stream of what the client sends after the header
/// @param fromServer the stream of what the server sends
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Obfuscation(byte[] header, int tag, int dc, AesCtr fromClient, AesCtr fromServer) {
  public static final int HEADER = 64;
  private static final int TAG_AT = 56;
  private static final int DC_AT = 60;
  private static final byte[] NO_SECRET = {};

  /// A client's new header.
  public static Obfuscation begin(int tag, int dc, Entropy entropy) {
    return begin(tag, dc, NO_SECRET, entropy);
  }

  /// A client's new header for an MTProxy: only who knows its secret can read it.
  ///
  /// @param secret the 16 bytes, or none for a data centre itself
  public static Obfuscation begin(int tag, int dc, byte[] secret, Entropy entropy) {
    byte[] header;
    do {
      header = entropy.bytes(HEADER);
    } while (looksLikeAnotherProtocol(header));
    putLittleEndian(header, TAG_AT, tag, 4);
    putLittleEndian(header, DC_AT, dc, 2);
    var outgoing = stream(header, secret);
    var encrypted = outgoing.apply(header);
    System.arraycopy(encrypted, TAG_AT, header, TAG_AT, HEADER - TAG_AT);
    return new Obfuscation(header, tag, dc, outgoing, stream(reversed(header), secret));
  }

  /// What a server makes of the 64 bytes a client sent.
  public static Obfuscation read(byte[] header) {
    return read(header, NO_SECRET);
  }

  /// What an MTProxy makes of them; with another secret than the client's, noise.
  public static Obfuscation read(byte[] header, byte[] secret) {
    if (header.length != HEADER) {
      throw new IllegalArgumentException("the header has 64 bytes");
    }
    var incoming = stream(header, secret);
    var plain = incoming.apply(header);
    int tag = littleEndian(plain, TAG_AT, 4);
    int dc = (short) littleEndian(plain, DC_AT, 2);
    return new Obfuscation(header, tag, dc, incoming, stream(reversed(header), secret));
  }

  /// The openings of other protocols and framings, which a header must not resemble.
  public static boolean looksLikeAnotherProtocol(byte[] start) {
    return switch (littleEndian(start, 0, 4)) {
      case 0x44414548, 0x54534f50, 0x20544547, 0x4954504f, 0xdddddddd, 0xeeeeeeee, 0x02010316 ->
          true;
      default -> (start[0] & 0xff) == 0xef || littleEndian(start, 4, 4) == 0;
    };
  }

  @Override
  public String toString() {
    return "Obfuscation[dc=" + dc + "]";
  }

  private static AesCtr stream(byte[] header, byte[] secret) {
    var key = Arrays.copyOfRange(header, 8, 40);
    return new AesCtr(
        secret.length == 0 ? key : Hashes.sha256(key, secret), Arrays.copyOfRange(header, 40, 56));
  }

  /// The server's stream uses the header's bytes 8 to 56 backwards.
  private static byte[] reversed(byte[] header) {
    var out = new byte[HEADER];
    for (int i = 8; i < 56; i++) {
      out[i] = header[63 - i];
    }
    return out;
  }

  private static int littleEndian(byte[] source, int at, int bytes) {
    int value = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      value = (value << 8) | (source[at + i] & 0xff);
    }
    return value;
  }

  private static void putLittleEndian(byte[] target, int at, int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      target[at + i] = (byte) (value >> (8 * i));
    }
  }
}
