package xyz.contentfactory.telegram.crypto;

import java.math.BigInteger;
import java.util.Base64;

/// A data centre's 2048-bit RSA public key.
public record RsaPublicKey(BigInteger modulus, BigInteger exponent) {
  static final int BYTES = 256;
  private static final String BEGIN = "-----BEGIN RSA PUBLIC KEY-----";
  private static final String END = "-----END RSA PUBLIC KEY-----";

  public RsaPublicKey {
    if (modulus.bitLength() != BYTES * 8) {
      throw new IllegalArgumentException("the modulus has 2048 bits, not " + modulus.bitLength());
    }
    if (exponent.signum() <= 0 || !exponent.testBit(0) || exponent.bitLength() > 64) {
      throw new IllegalArgumentException("the exponent is a small odd number");
    }
  }

  /// Reads one key in PKCS#1 PEM (`BEGIN RSA PUBLIC KEY`), the form Telegram publishes.
  public static RsaPublicKey fromPem(String pem) {
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("not a PKCS#1 public key in PEM");
    }
    var base64 = pem.substring(begin + BEGIN.length(), end).replaceAll("\\s", "");
    var numbers = Der.readTwoIntegers(Base64.getDecoder().decode(base64));
    return new RsaPublicKey(numbers.getFirst(), numbers.getLast());
  }

  /// The key in PKCS#1 PEM, as other people's clients take it.
  public String toPem() {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return BEGIN
        + '\n'
        + lines.encodeToString(Der.writeTwoIntegers(modulus, exponent))
        + '\n'
        + END
        + '\n';
  }

  /// The number that names the key on the wire: the low 64 bits of SHA-1 over its two numbers as TL
  /// strings. See <https://core.telegram.org/mtproto/auth_key>.
  public long fingerprint() {
    var hash =
        Hashes.sha1(tlString(Numbers.unsigned(modulus)), tlString(Numbers.unsigned(exponent)));
    return Numbers.littleEndianLong(hash, hash.length - Long.BYTES);
  }

  /// Raw RSA of a number below the modulus, as 256 bytes.
  byte[] encrypt(byte[] block) {
    return Numbers.unsigned(new BigInteger(1, block).modPow(exponent, modulus), BYTES);
  }

  boolean covers(byte[] block) {
    return new BigInteger(1, block).compareTo(modulus) < 0;
  }

  private static byte[] tlString(byte[] value) {
    int header = value.length < 254 ? 1 : 4;
    var out = new byte[(header + value.length + 3) / 4 * 4];
    if (header == 1) {
      out[0] = (byte) value.length;
    } else {
      out[0] = (byte) 254;
      out[1] = (byte) value.length;
      out[2] = (byte) (value.length >> 8);
      out[3] = (byte) (value.length >> 16);
    }
    System.arraycopy(value, 0, out, header, value.length);
    return out;
  }
}
