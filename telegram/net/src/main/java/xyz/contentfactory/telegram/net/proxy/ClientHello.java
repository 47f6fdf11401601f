package xyz.contentfactory.telegram.net.proxy;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.XECPublicKey;
import java.time.Instant;
import java.util.HexFormat;
import xyz.contentfactory.telegram.crypto.Entropy;

/// The first words of a browser to a web server (RFC 8446), in whose random part an MTProxy finds a
/// proof that we know its secret: HMAC-SHA256 over the whole with that part zero, its last four
/// bytes mixed with the time.
final class ClientHello {
  /// What browsers pad theirs to, and what proxies wait for.
  static final int BYTES = 517;

  static final int RANDOM_AT = 11;
  static final int RANDOM_BYTES = 32;

  private static final int PADDING = 0x15;
  private static final HexFormat HEX = HexFormat.of();

  private final Entropy entropy;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private ClientHello(Entropy entropy) {
    this.entropy = entropy;
  }

  /// @param domain whom the greeting is said to be for
  static byte[] write(byte[] key, String domain, Instant now, Entropy entropy) {
    var hello = new ClientHello(entropy);
    hello.head();
    hello.extensions(domain);
    var bytes = hello.out.toByteArray();
    var proof = FakeTls.hmac(key, bytes);
    var seconds = (int) now.getEpochSecond();
    for (int i = 0; i < Integer.BYTES; i++) {
      proof[RANDOM_BYTES - Integer.BYTES + i] ^= (byte) (seconds >> (8 * i));
    }
    System.arraycopy(proof, 0, bytes, RANDOM_AT, RANDOM_BYTES);
    return bytes;
  }

  private void head() {
    hex("1603010200" + "010001fc" + "0303");
    out.writeBytes(new byte[RANDOM_BYTES]);
    out.write(RANDOM_BYTES);
    out.writeBytes(entropy.bytes(RANDOM_BYTES));
    hex("0020");
    grease();
    hex("130113021303c02bc02fc02cc030cca9cca8c013c014009c009d002f0035");
    hex("0100");
  }

  private void extensions(String domain) {
    number(BYTES - out.size() - Short.BYTES);
    grease();
    number(0);
    serverName(domain.getBytes(StandardCharsets.US_ASCII));
    hex("00170000" + "ff01000100" + "000a000a0008");
    grease();
    hex("001d00170018" + "000b00020100" + "00230000");
    hex("0010000e000c02683208687474702f312e31" + "00050005" + "0100000000");
    hex("000d0012001004030804040105030805050108060601" + "00120000" + "0033002b0029");
    grease();
    hex("000100" + "001d0020");
    out.writeBytes(publicKey());
    hex("002d00020101" + "002b000b0a");
    grease();
    hex("0304030303020301" + "001b0003020002");
    grease();
    hex("000100");
    number(PADDING);
    number(BYTES - out.size() - Short.BYTES);
    out.writeBytes(new byte[BYTES - out.size()]);
  }

  private void serverName(byte[] name) {
    hex("0000");
    number(name.length + 5);
    number(name.length + 3);
    out.write(0);
    number(name.length);
    out.writeBytes(name);
  }

  /// Numbers that mean nothing, which browsers strew in (RFC 8701).
  private void grease() {
    int one = (entropy.bytes(1)[0] & 0xf0) | 0x0a;
    out.write(one);
    out.write(one);
  }

  /// A real one: noise would not lie on the curve, and somebody could look.
  private static byte[] publicKey() {
    try {
      var made = KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic();
      return littleEndian(((XECPublicKey) made).getU());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static byte[] littleEndian(BigInteger number) {
    var big = number.toByteArray();
    var little = new byte[32];
    for (int i = 0; i < Math.min(big.length, little.length); i++) {
      little[i] = big[big.length - 1 - i];
    }
    return little;
  }

  private void hex(String digits) {
    out.writeBytes(HEX.parseHex(digits));
  }

  private void number(int value) {
    out.write(value >> 8);
    out.write(value);
  }
}
