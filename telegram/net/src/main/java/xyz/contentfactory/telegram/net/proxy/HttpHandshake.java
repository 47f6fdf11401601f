package xyz.contentfactory.telegram.net.proxy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed.Reason;

/// The client's side of CONNECT.
final class HttpHandshake {
  /// Status line and header fields; nobody needs more for "yes".
  private static final int LONGEST_ANSWER = 8192;

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})(?: .*)?");
  private static final String END = "\r\n\r\n";

  private HttpHandshake() {}

  static Pipe over(
      Socket socket, HandshakeInput in, @Nullable ProxyLogin login, String host, int port)
      throws IOException {
    if (!Proxy.Place.isHost(host)) {
      throw new ProxyFailed(Reason.DESTINATION_REFUSED);
    }
    socket.getOutputStream().write(request(login, host, port).getBytes(US_ASCII));
    var answer = answer(in);
    judge(answer.substring(0, answer.indexOf("\r\n")));
    if (in.hasMore()) {
      throw new ProxyFailed(Reason.NOT_TELEGRAM);
    }
    return Pipe.over(socket);
  }

  private static String request(@Nullable ProxyLogin login, String host, int port) {
    var place = (Proxy.Place.isIpv6(host) ? "[" + host + "]" : host) + ":" + port;
    var request = new StringBuilder("CONNECT " + place + " HTTP/1.1\r\nHost: " + place + "\r\n");
    if (login != null) {
      var both = (login.user() + ":" + login.password()).getBytes(UTF_8);
      request.append("Proxy-Authorization: Basic ");
      request.append(Base64.getEncoder().encodeToString(both)).append("\r\n");
    }
    return request.append("\r\n").toString();
  }

  /// All up to the empty line.
  private static String answer(HandshakeInput in) throws IOException {
    var start = new String(in.read(5), ISO_8859_1);
    if (!start.equals("HTTP/")) {
      throw new ProxyFailed(Reason.NOT_A_PROXY);
    }
    var answer = new StringBuilder(start);
    while (!endsAnswer(answer)) {
      if (answer.length() == LONGEST_ANSWER) {
        throw new ProxyFailed(Reason.NOT_A_PROXY);
      }
      answer.append((char) in.readByte());
    }
    return answer.toString();
  }

  private static boolean endsAnswer(StringBuilder answer) {
    return answer.length() >= END.length()
        && answer.substring(answer.length() - END.length()).equals(END);
  }

  private static void judge(String statusLine) {
    var status = STATUS.matcher(statusLine);
    if (!status.matches()) {
      throw new ProxyFailed(Reason.NOT_A_PROXY);
    }
    switch (Integer.parseInt(status.group(1))) {
      case 200, 201, 202, 203, 204, 205, 206 -> {}
      case 401, 407 -> throw new ProxyFailed(Reason.LOGIN_REFUSED);
      // What a web server says that is no proxy.
      case 400, 404, 405, 426, 501, 505 -> throw new ProxyFailed(Reason.NOT_A_PROXY);
      default -> throw new ProxyFailed(Reason.DESTINATION_REFUSED);
    }
  }
}
