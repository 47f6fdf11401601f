package xyz.contentfactory.telegram.sandbox.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.telegram.sandbox.dc.DataCentres;
import xyz.contentfactory.telegram.sandbox.world.World;
import xyz.contentfactory.telegram.sandbox.world.WorldStore;

/// The HTTP server of the sandbox: routing, problem documents, and nothing about Telegram.
public final class WebSide implements AutoCloseable {

  private static final Logger LOG = System.getLogger(WebSide.class.getName());

  private final JsonMapper json =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FrontDoor frontDoor;
  private final Events events;
  private final PageFiles files = new PageFiles();
  private final GivenFiles given;
  private final List<Route> routes;

  private WebSide(
      HttpServer server, World world, DataCentres dataCentres, Changes changes, boolean loopback) {
    this.server = server;
    frontDoor = new FrontDoor(loopback);
    events = new Events(changes);
    given = new GivenFiles(world);
    routes =
        Stream.of(
                new Description(world, dataCentres).routes(),
                new Numbers(world, changes).routes(),
                new Chats(world, changes).routes(),
                new ChannelPosts(world, changes).routes(),
                new Forums(world, dataCentres, changes).routes(),
                new ChannelSettings(world, dataCentres, changes).routes(),
                new KeyList(world).routes(),
                new RuleBook(world).routes(),
                new LoginTokens(world, dataCentres).routes(),
                new BotFather(world, dataCentres, changes).routes(),
                new FaultScript(world, changes).routes())
            .flatMap(List::stream)
            .toList();
  }

  /// Opens the port.
  public static WebSide open(
      World world, DataCentres dataCentres, Changes changes, InetAddress bind, int port) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(bind, port), 64);
      WebSide side = new WebSide(server, world, dataCentres, changes, bind.isLoopbackAddress());
      server.setExecutor(side.threads);
      server.createContext("/", side::serve);
      server.start();
      return side;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    InetSocketAddress at = server.getAddress();
    InetAddress host = at.getAddress();
    String name = host.isAnyLocalAddress() ? "127.0.0.1" : host.getHostAddress();
    return URI.create(
        "http://%s:%d".formatted(name.contains(":") ? "[" + name + "]" : name, at.getPort()));
  }

  private void serve(HttpExchange exchange) throws IOException {
    FrontDoor.headers(exchange.getResponseHeaders());
    try (exchange) {
      try {
        frontDoor.check(exchange);
        dispatch(exchange);
      } catch (HttpProblem e) {
        problem(exchange, e);
      } catch (WorldStore.Closed _) {
        problem(exchange, new HttpProblem(503, "temporarily-unavailable", "The sandbox stops."));
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "a bug of the sandbox's HTTP side", e);
        problem(exchange, new HttpProblem(500, "internal", "This is a bug of the sandbox."));
      }
    }
  }

  private void dispatch(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/api/sandbox/events")) {
      events.stream(exchange);
    } else if (path.startsWith(GivenFiles.PREFIX)) {
      given.send(exchange, path);
    } else if (path.equals("/api/sandbox") || path.startsWith("/api/")) {
      call(exchange, List.of(path.substring(1).split("/", -1)));
    } else {
      files.send(exchange, path);
    }
  }

  private void call(HttpExchange exchange, List<String> path) throws IOException {
    List<Route> here = routes.stream().filter(r -> r.match(path).isPresent()).toList();
    if (here.isEmpty()) {
      throw HttpProblem.notFound("There is nothing at this address.");
    }
    String method = exchange.getRequestMethod();
    Optional<Route> route = here.stream().filter(r -> r.method().equals(method)).findFirst();
    if (route.isEmpty()) {
      exchange
          .getResponseHeaders()
          .set("Allow", here.stream().map(Route::method).collect(Collectors.joining(", ")));
      throw new HttpProblem(405, "method-not-allowed", "This address has no " + method + ".");
    }
    Map<String, String> variables = route.get().match(path).orElseThrow();
    send(
        exchange,
        200,
        "application/json",
        route.get().action().answer(new HttpCall(exchange, variables)));
  }

  private void problem(HttpExchange exchange, HttpProblem e) throws IOException {
    send(
        exchange,
        e.status(),
        "application/problem+json",
        Map.of(
            "type",
            "about:blank",
            "title",
            e.code(),
            "status",
            e.status(),
            "code",
            e.code(),
            "detail",
            e.detail()));
  }

  private void send(HttpExchange exchange, int status, String type, @Nullable Object body)
      throws IOException {
    if (body == null) {
      exchange.sendResponseHeaders(204, -1);
      return;
    }
    byte[] bytes = json.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    events.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
