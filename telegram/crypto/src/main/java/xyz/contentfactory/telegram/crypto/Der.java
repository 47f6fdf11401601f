package xyz.contentfactory.telegram.crypto;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/// The two shapes of DER that a PKCS#1 public key needs: a sequence of two integers.
final class Der {
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;

  private final byte[] source;
  private int at;

  private Der(byte[] source) {
    this.source = source;
  }

  static List<BigInteger> readTwoIntegers(byte[] encoded) {
    var outer = new Der(encoded);
    var inner = new Der(outer.element(SEQUENCE));
    return List.of(
        new BigInteger(1, inner.element(INTEGER)), new BigInteger(1, inner.element(INTEGER)));
  }

  static byte[] writeTwoIntegers(BigInteger first, BigInteger second) {
    var body = new ByteArrayOutputStream();
    body.writeBytes(element(INTEGER, first.toByteArray()));
    body.writeBytes(element(INTEGER, second.toByteArray()));
    return element(SEQUENCE, body.toByteArray());
  }

  private static byte[] element(int tag, byte[] value) {
    var out = new ByteArrayOutputStream();
    out.write(tag);
    if (value.length < 0x80) {
      out.write(value.length);
    } else {
      out.write(0x82);
      out.write(value.length >> 8);
      out.write(value.length);
    }
    out.writeBytes(value);
    return out.toByteArray();
  }

  private byte[] element(int tag) {
    if (next() != tag) {
      throw new IllegalArgumentException("not the DER of a public key");
    }
    int length = length();
    if (length > source.length - at) {
      throw new IllegalArgumentException("the key ends early");
    }
    at += length;
    return Arrays.copyOfRange(source, at - length, at);
  }

  private int length() {
    int first = next();
    return switch (first) {
      case 0x81 -> next();
      case 0x82 -> (next() << 8) | next();
      default -> {
        if (first > 0x7f) {
          throw new IllegalArgumentException("a public key is shorter than that");
        }
        yield first;
      }
    };
  }

  private int next() {
    if (at == source.length) {
      throw new IllegalArgumentException("the key ends early");
    }
    return source[at++] & 0xff;
  }
}
