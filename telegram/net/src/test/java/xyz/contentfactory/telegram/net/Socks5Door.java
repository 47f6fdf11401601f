package xyz.contentfactory.telegram.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.net.proxy.ProxyLogin;

/// The server's side of RFC 1928 and RFC 1929, written after the text and not after our client.
record Socks5Door(@Nullable ProxyLogin login) implements TestProxy.Door {

  @Override
  public TestProxy.@Nullable Way enter(
      InputStream from, OutputStream out, List<String> destinations) throws IOException {
    var in = new DataInputStream(from);
    if (in.readUnsignedByte() != 5 || !admits(in, out)) {
      return null;
    }
    if (in.readUnsignedByte() != 5 || in.readUnsignedByte() != 1 || in.readUnsignedByte() != 0) {
      answer(out, 7);
      return null;
    }
    var host = host(in);
    var port = in.readUnsignedShort();
    destinations.add(host + ":" + port);
    try {
      var target = new Socket(host, port);
      answer(out, 0);
      return TestProxy.Way.straight(target);
    } catch (IOException unreachable) {
      answer(out, 5);
      return null;
    }
  }

  private boolean admits(DataInputStream in, OutputStream out) throws IOException {
    var offered = new byte[in.readUnsignedByte()];
    in.readFully(offered);
    var wanted = login == null ? 0 : 2;
    var suits = false;
    for (var method : offered) {
      suits |= method == wanted;
    }
    out.write(new byte[] {5, (byte) (suits ? wanted : 0xff)});
    return suits && (login == null || knows(login, in, out));
  }

  private static boolean knows(ProxyLogin login, DataInputStream in, OutputStream out)
      throws IOException {
    var version = in.readUnsignedByte();
    var user = text(in);
    var password = text(in);
    var right = version == 1 && login.user().equals(user) && login.password().equals(password);
    out.write(new byte[] {1, (byte) (right ? 0 : 1)});
    return right;
  }

  private static String text(DataInputStream in) throws IOException {
    var bytes = new byte[in.readUnsignedByte()];
    in.readFully(bytes);
    return new String(bytes, UTF_8);
  }

  private static String host(DataInputStream in) throws IOException {
    var type = in.readUnsignedByte();
    if (type == 3) {
      return text(in);
    }
    var address = new byte[type == 1 ? 4 : 16];
    in.readFully(address);
    return InetAddress.getByAddress(address).getHostAddress();
  }

  private static void answer(OutputStream out, int code) throws IOException {
    out.write(new byte[] {5, (byte) code, 0, 1, 127, 0, 0, 1, 0x12, 0x34});
  }
}
