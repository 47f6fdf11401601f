package xyz.contentfactory.telegram.net;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Obfuscation;

/// The disguise around an [MtProxyDoor]: greetings with proofs in their random parts, and records.
record TlsDoor(MtProxyDoor inner) implements TestProxy.Door {
  private static final int HELLO = 517;
  private static final int RANDOM_AT = 11;
  private static final int RANDOM_END = 43;
  private static final long SECONDS_OFF = 120;

  @Override
  public TestProxy.@Nullable Way enter(
      InputStream from, OutputStream out, List<String> destinations) throws IOException {
    var hello = from.readNBytes(HELLO);
    if (hello.length < HELLO || !isProven(hello) || !names(hello, inner.secret().domain())) {
      return MtProxyDoor.silence(from);
    }
    out.write(answer(Arrays.copyOfRange(hello, RANDOM_AT, RANDOM_END)));
    var in = new DataInputStream(from);
    var change = in.readNBytes(6);
    var header = in.readNBytes(5);
    if (change[0] != 0x14 || header[0] != 0x17) {
      throw new IOException("no record");
    }
    var first = in.readNBytes(((header[3] & 0xff) << 8) | (header[4] & 0xff));
    var way = inner.enter(new ByteArrayInputStream(first), out, destinations);
    if (way == null) {
      return MtProxyDoor.silence(from);
    }
    var rest = Arrays.copyOfRange(first, Obfuscation.HEADER, first.length);
    way.target().getOutputStream().write(way.up().apply(rest));
    var records = new Records();
    return new TestProxy.Way(
        way.target(),
        bytes -> way.up().apply(records.inside(bytes)),
        bytes -> wrapped(way.down().apply(bytes)));
  }

  private boolean isProven(byte[] hello) {
    var zeroed = hello.clone();
    Arrays.fill(zeroed, RANDOM_AT, RANDOM_END, (byte) 0);
    var proof = hmac(zeroed);
    int seconds = 0;
    for (int i = 0; i < 32; i++) {
      int difference = (proof[i] ^ hello[RANDOM_AT + i]) & 0xff;
      if (i < 28 && difference != 0) {
        return false;
      }
      seconds |= i < 28 ? 0 : difference << (8 * (i - 28));
    }
    return Math.abs(seconds - Instant.now().getEpochSecond()) < SECONDS_OFF;
  }

  /// Walks through the greeting as RFC 8446 lays it out, to the name of the server.
  private static boolean names(byte[] hello, @Nullable String domain) throws IOException {
    var in = new DataInputStream(new ByteArrayInputStream(hello, 43, hello.length - 43));
    in.skipNBytes(in.readUnsignedByte());
    in.skipNBytes(in.readUnsignedShort());
    in.skipNBytes(in.readUnsignedByte());
    if (in.readUnsignedShort() != in.available()) {
      return false;
    }
    String found = null;
    while (in.available() > 0) {
      int type = in.readUnsignedShort();
      var body = in.readNBytes(in.readUnsignedShort());
      found = type == 0 ? new String(body, 5, body.length - 5, US_ASCII) : found;
    }
    return found != null && found.equals(domain);
  }

  private byte[] answer(byte[] clientRandom) {
    var whole = new ByteArrayOutputStream();
    whole.writeBytes(new byte[] {0x16, 3, 3, 0, 122, 2, 0, 0, 118, 3, 3});
    whole.writeBytes(new byte[32]);
    whole.writeBytes(TestDc.ENTROPY.bytes(122 - 38));
    whole.writeBytes(new byte[] {0x14, 3, 3, 0, 1, 1});
    whole.writeBytes(wrapped(TestDc.ENTROPY.bytes(1500)));
    var bytes = whole.toByteArray();
    System.arraycopy(hmac(clientRandom, bytes), 0, bytes, RANDOM_AT, 32);
    return bytes;
  }

  private byte[] hmac(byte[]... parts) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(inner.secret().key(), "HmacSHA256"));
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static byte[] wrapped(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x17, 3, 3, (byte) (bytes.length >> 8), (byte) bytes.length});
    out.writeBytes(bytes);
    return out.toByteArray();
  }

  /// Takes records apart, however the stream is cut.
  private static final class Records {
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();

    byte[] inside(byte[] more) {
      waiting.writeBytes(more);
      var all = waiting.toByteArray();
      var inside = new ByteArrayOutputStream();
      int at = 0;
      while (all.length - at >= 5) {
        int length = ((all[at + 3] & 0xff) << 8) | (all[at + 4] & 0xff);
        if (all.length - at - 5 < length) {
          break;
        }
        inside.write(all, at + 5, length);
        at += 5 + length;
      }
      waiting.reset();
      waiting.write(all, at, all.length - at);
      return inside.toByteArray();
    }
  }
}
