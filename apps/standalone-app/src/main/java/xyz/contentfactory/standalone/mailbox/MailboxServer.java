package xyz.contentfactory.standalone.mailbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.user.mail.Mail;

/// The mails of an installation without a mail server, as a page on loopback: whoever sits at the
/// machine may read them, nobody else can. Begins before the modules, which have to know its port;
/// until they are there it is empty.
public final class MailboxServer implements AutoCloseable {
  /// A page elsewhere that lets its name point to loopback sends its own name; it gets nothing.
  private static final Pattern LOCAL =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private final HttpServer server;
  private final JsonMapper json = JsonMapper.builder().build();
  private final MailboxPage page = new MailboxPage();
  private volatile Supplier<List<Mail>> mails = List::of;

  private MailboxServer(HttpServer server) {
    this.server = server;
  }

  /// Begins to listen.
  ///
  /// @param port 0 for any free one
  public static MailboxServer start(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    MailboxServer mailbox = new MailboxServer(server);
    server.createContext("/", mailbox::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return mailbox;
  }

  public void show(Supplier<List<Mail>> mails) {
    this.mails = mails;
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      String path = exchange.getRequestURI().getPath();
      if (host == null || !LOCAL.matcher(host).matches()) {
        send(exchange, 403, "text/plain", "This address is for this machine only.\n");
      } else if (!exchange.getRequestMethod().equals("GET")) {
        send(exchange, 405, "text/plain", "GET only.\n");
      } else {
        switch (path) {
          case "/" ->
              send(exchange, 200, "text/html", page.of(mails.get(), wantsRussian(exchange)));
          case "/mailbox.css" -> send(exchange, 200, "text/css", page.style());
          case "/api/mail" -> send(exchange, 200, "application/json", asJson());
          default -> send(exchange, 404, "text/plain", "There is nothing here.\n");
        }
      }
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(MailboxServer.class).warn("the mailbox could not be shown", e);
    }
  }

  private static boolean wantsRussian(HttpExchange exchange) {
    String languages = exchange.getRequestHeaders().getFirst("Accept-Language");
    return languages != null && languages.startsWith("ru");
  }

  private String asJson() {
    return json.writeValueAsString(new Items(mails.get().stream().map(Item::of).toList()));
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  /// All mails, newest first.
  record Items(List<Item> items) {}

  /// One mail, for programs.
  record Item(String id, String at, String to, String subject, String text, List<String> links) {
    static Item of(Mail mail) {
      return new Item(
          mail.id().toString(),
          mail.at().toString(),
          mail.to(),
          mail.subject(),
          mail.text(),
          MailboxPage.linksOf(mail));
    }
  }
}
