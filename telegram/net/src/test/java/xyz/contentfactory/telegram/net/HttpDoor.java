package xyz.contentfactory.telegram.net;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.net.proxy.ProxyLogin;

/// The server's side of CONNECT.
record HttpDoor(@Nullable ProxyLogin login) implements TestProxy.Door {

  @Override
  public TestProxy.@Nullable Way enter(InputStream in, OutputStream out, List<String> destinations)
      throws IOException {
    var request = request(in);
    var words = request.substring(0, request.indexOf("\r\n")).split(" ", -1);
    if (login != null
        && !request.contains("\r\nProxy-Authorization: " + expected(login) + "\r\n")) {
      say(out, "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"");
      return null;
    }
    if (!words[0].equals("CONNECT")) {
      say(out, "405 Method Not Allowed");
      return null;
    }
    destinations.add(words[1]);
    var colon = words[1].lastIndexOf(':');
    try {
      var target =
          new Socket(words[1].substring(0, colon), Integer.parseInt(words[1].substring(colon + 1)));
      say(out, "200 Connection established\r\nVia: test");
      return TestProxy.Way.straight(target);
    } catch (IOException unreachable) {
      say(out, "502 Bad Gateway");
      return null;
    }
  }

  private static String expected(ProxyLogin login) {
    var both = (login.user() + ":" + login.password()).getBytes(UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  private static String request(InputStream in) throws IOException {
    var request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      var next = in.read();
      if (next < 0) {
        throw new EOFException();
      }
      request.append((char) next);
    }
    return request.toString();
  }

  private static void say(OutputStream out, String answer) throws IOException {
    out.write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(ISO_8859_1));
  }
}
