package xyz.contentfactory.telegram.net.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed.Reason;

/// The client's side of RFC 1928 with RFC 1929.
final class Socks5Handshake {
  private static final int VERSION = 5;
  private static final int LOGIN_VERSION = 1;
  private static final int NO_LOGIN = 0;
  private static final int NAME_AND_PASSWORD = 2;
  private static final int NOTHING_OFFERED_SUITS = 0xff;
  private static final int CONNECT = 1;
  private static final int IPV4 = 1;
  private static final int NAME = 3;
  private static final int IPV6 = 4;
  private static final Pattern DOTTED = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

  private final HandshakeInput in;
  private final OutputStream out;

  private Socks5Handshake(HandshakeInput in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  static Pipe over(
      Socket socket, HandshakeInput in, @Nullable ProxyLogin login, String host, int port)
      throws IOException {
    var handshake = new Socks5Handshake(in, socket.getOutputStream());
    handshake.greet(login);
    handshake.connect(host, port);
    return Pipe.over(socket);
  }

  private void greet(@Nullable ProxyLogin login) throws IOException {
    out.write(
        login == null
            ? new byte[] {VERSION, 1, NO_LOGIN}
            : new byte[] {VERSION, 2, NO_LOGIN, NAME_AND_PASSWORD});
    var answer = in.read(2);
    expect((answer[0] & 0xff) == VERSION);
    var method = answer[1] & 0xff;
    if (method == NOTHING_OFFERED_SUITS) {
      throw new ProxyFailed(Reason.LOGIN_REFUSED);
    }
    if (method == NO_LOGIN) {
      return;
    }
    if (login == null || method != NAME_AND_PASSWORD) {
      throw new ProxyFailed(Reason.NOT_A_PROXY);
    }
    logIn(login);
  }

  private void logIn(ProxyLogin login) throws IOException {
    var user = login.user().getBytes(UTF_8);
    var password = login.password().getBytes(UTF_8);
    var request = ByteBuffer.allocate(3 + user.length + password.length);
    request.put((byte) LOGIN_VERSION).put((byte) user.length).put(user);
    request.put((byte) password.length).put(password);
    out.write(request.array());
    var answer = in.read(2);
    // Some servers repeat the version of the protocol here instead of this part's.
    expect(answer[0] == LOGIN_VERSION || answer[0] == VERSION);
    if (answer[1] != 0) {
      throw new ProxyFailed(Reason.LOGIN_REFUSED);
    }
  }

  private void connect(String host, int port) throws IOException {
    var request = new ByteArrayOutputStream();
    request.writeBytes(new byte[] {VERSION, CONNECT, 0});
    request.writeBytes(destination(host));
    request.write(port >> 8);
    request.write(port);
    out.write(request.toByteArray());
    var answer = in.read(4);
    expect((answer[0] & 0xff) == VERSION && answer[2] == 0);
    if (answer[1] != 0) {
      throw new ProxyFailed(Reason.DESTINATION_REFUSED);
    }
    skipBoundAddress(answer[3] & 0xff);
    if (in.hasMore()) {
      throw new ProxyFailed(Reason.NOT_TELEGRAM);
    }
  }

  private static byte[] destination(String host) throws IOException {
    if (Proxy.Place.isIpv6(host) || DOTTED.matcher(host).matches()) {
      var address = InetAddress.getByName(host).getAddress();
      return tagged(address.length == 4 ? IPV4 : IPV6, address);
    }
    var name = host.getBytes(UTF_8);
    if (name.length > 255) {
      throw new ProxyFailed(Reason.DESTINATION_REFUSED);
    }
    return tagged(
        NAME, ByteBuffer.allocate(1 + name.length).put((byte) name.length).put(name).array());
  }

  private static byte[] tagged(int tag, byte[] bytes) {
    return ByteBuffer.allocate(1 + bytes.length).put((byte) tag).put(bytes).array();
  }

  /// Where the proxy goes out from; of no use to us.
  private void skipBoundAddress(int type) throws IOException {
    var length =
        switch (type) {
          case IPV4 -> 4;
          case IPV6 -> 16;
          case NAME -> in.readByte();
          default -> throw new ProxyFailed(Reason.NOT_A_PROXY);
        };
    var _ = in.read(length + Short.BYTES);
  }

  private static void expect(boolean condition) {
    if (!condition) {
      throw new ProxyFailed(Reason.NOT_A_PROXY);
    }
  }
}
