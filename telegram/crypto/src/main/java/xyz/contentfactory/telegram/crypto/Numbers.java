package xyz.contentfactory.telegram.crypto;

import java.math.BigInteger;
import java.util.Arrays;

/// Numbers as MTProto writes them: big-endian without a sign, sometimes padded on the left.
public final class Numbers {
  private Numbers() {}

  /// The shortest big-endian form without a sign byte; zero is one zero byte.
  public static byte[] unsigned(BigInteger value) {
    var signed = value.toByteArray();
    boolean signByte = signed.length > 1 && signed[0] == 0;
    return signByte ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
  }

  /// Big-endian, padded on the left with zeros to the length; one handshake in 256 needs it.
  public static byte[] unsigned(BigInteger value, int length) {
    var shortest = unsigned(value);
    if (shortest.length > length) {
      throw new IllegalArgumentException(shortest.length + " bytes do not fit into " + length);
    }
    var padded = new byte[length];
    System.arraycopy(shortest, 0, padded, length - shortest.length, shortest.length);
    return padded;
  }

  public static BigInteger fromUnsigned(byte[] bigEndian) {
    return new BigInteger(1, bigEndian);
  }

  /// An unsigned 64-bit number.
  public static BigInteger ofUnsigned(long value) {
    return new BigInteger(Long.toUnsignedString(value));
  }

  static long littleEndianLong(byte[] source, int offset) {
    long value = 0;
    for (int i = Long.BYTES - 1; i >= 0; i--) {
      value = (value << 8) | (source[offset + i] & 0xff);
    }
    return value;
  }

  static byte[] xor(byte[] one, byte[] other) {
    var out = one.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] ^= other[i];
    }
    return out;
  }
}
