package xyz.contentfactory.telegram.sandbox.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/// The files of the phone page. Only what is listed is served.
final class PageFiles {

  private record PageFile(String name, String type) {}

  private static final Map<String, PageFile> FILES =
      Map.of(
          "/", new PageFile("index.html", "text/html; charset=utf-8"),
          "/phone.css", new PageFile("phone.css", "text/css; charset=utf-8"),
          "/phone.js", new PageFile("phone.js", "text/javascript; charset=utf-8"),
          "/tools.js", new PageFile("tools.js", "text/javascript; charset=utf-8"),
          "/words.js", new PageFile("words.js", "text/javascript; charset=utf-8"),
          "/media.js", new PageFile("media.js", "text/javascript; charset=utf-8"),
          "/bubble.js", new PageFile("bubble.js", "text/javascript; charset=utf-8"),
          "/topics.js", new PageFile("topics.js", "text/javascript; charset=utf-8"),
          "/icon.svg", new PageFile("icon.svg", "image/svg+xml"));

  void send(HttpExchange exchange, String path) throws IOException {
    PageFile file = FILES.get(path);
    if (file == null) {
      throw HttpProblem.notFound("There is nothing at this address.");
    }
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      throw new HttpProblem(405, "method-not-allowed", "This address has no " + method + ".");
    }
    byte[] bytes = read(file.name());
    exchange.getResponseHeaders().set("Content-Type", file.type());
    if (method.equals("HEAD")) {
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in =
        PageFiles.class.getResourceAsStream("/xyz/contentfactory/telegram/sandbox/page/" + name)) {
      if (in == null) {
        throw HttpProblem.notFound("The page has no " + name + ".");
      }
      return in.readAllBytes();
    }
  }
}
