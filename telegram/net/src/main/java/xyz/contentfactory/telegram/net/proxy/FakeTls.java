package xyz.contentfactory.telegram.net.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.Hashes;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed.Reason;

/// The disguise of an MTProxy whose secret begins with `ee`: greetings as of TLS 1.3, and
/// everything after them in records as of TLS. Nothing is encrypted by it.
final class FakeTls {
  static final int HANDSHAKE = 0x16;
  static final int CHANGE_CIPHER = 0x14;
  static final int DATA = 0x17;
  static final int HEADER_BYTES = 5;

  /// RFC 8446: 2^14 and 256 for the encryption.
  static final int LONGEST_RECORD = (1 << 14) + 256;

  private static final int VERSION = 3;

  private FakeTls() {}

  static Pipe over(
      Socket socket, HandshakeInput in, MtProxySecret secret, Instant now, Entropy entropy)
      throws IOException {
    var domain = secret.domain();
    if (domain == null) {
      throw new IllegalArgumentException("a secret without a host name");
    }
    var hello = ClientHello.write(secret.key(), domain, now, entropy);
    socket.getOutputStream().write(hello);
    var random =
        Arrays.copyOfRange(
            hello, ClientHello.RANDOM_AT, ClientHello.RANDOM_AT + ClientHello.RANDOM_BYTES);
    prove(answer(in), random, secret.key());
    return new Pipe(
        socket, new TlsInput(socket.getInputStream()), new TlsOutput(socket.getOutputStream()));
  }

  /// A greeting, the change of ciphers, and a first record that stands for certificates.
  private static byte[] answer(HandshakeInput in) throws IOException {
    var whole = new ByteArrayOutputStream();
    for (var type : new int[] {HANDSHAKE, CHANGE_CIPHER, DATA}) {
      var header = in.read(HEADER_BYTES);
      if (header[1] != VERSION || (header[0] & 0xff) < CHANGE_CIPHER) {
        throw new ProxyFailed(Reason.NOT_A_PROXY);
      }
      if (header[0] != type || length(header) > LONGEST_RECORD) {
        // A real web server: that is to whom a proxy passes on those who do not know its secret.
        throw new ProxyFailed(Reason.SECRET_REFUSED);
      }
      whole.writeBytes(header);
      whole.writeBytes(in.read(length(header)));
    }
    return whole.toByteArray();
  }

  private static void prove(byte[] answer, byte[] random, byte[] key) {
    var end = ClientHello.RANDOM_AT + ClientHello.RANDOM_BYTES;
    if (answer.length < end) {
      throw new ProxyFailed(Reason.NOT_A_PROXY);
    }
    var said = Arrays.copyOfRange(answer, ClientHello.RANDOM_AT, end);
    Arrays.fill(answer, ClientHello.RANDOM_AT, end, (byte) 0);
    if (!Hashes.sameBytes(said, hmac(key, random, answer))) {
      throw new ProxyFailed(Reason.SECRET_REFUSED);
    }
  }

  static int length(byte[] header) {
    return ((header[3] & 0xff) << 8) | (header[4] & 0xff);
  }

  static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (var part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
