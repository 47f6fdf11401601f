package xyz.contentfactory.gateway.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.web.HttpRequestHandler;
import xyz.contentfactory.gateway.guard.SecurityHeaders;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemWriter;

/// Serves the cabinet to everything that is no controller's: a file when there is one, else the
/// page itself, which finds its own way by the address. Addresses of the API and of files that are
/// not there are `not-found`, never the page.
public final class WebFiles implements HttpRequestHandler {
  private static final String NONCE_PLACE = "__CSP_NONCE__";
  private static final String FOREVER = "public, max-age=31536000, immutable";

  private final @Nullable Path root;
  private final ProblemWriter problems;

  /// @param root the folder with `index.html`; null serves nothing
  public WebFiles(@Nullable Path root, ProblemWriter problems) {
    this.root = root;
    this.problems = problems;
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getServletPath();
    if (root == null || isOfTheApi(path)) {
      problems.write(Problem.of(CommonProblem.NOT_FOUND), response);
      return;
    }
    switch (request.getMethod()) {
      case "GET", "HEAD" -> serve(root, path, request, response);
      case "OPTIONS" -> {
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      default -> {
        response.setHeader("Allow", "GET, HEAD, OPTIONS");
        problems.write(Problem.of(CommonProblem.METHOD_NOT_ALLOWED), response);
      }
    }
  }

  private static boolean isOfTheApi(String path) {
    return path.equals("/api") || path.startsWith("/api/") || path.startsWith("/.well-known/");
  }

  private void serve(
      Path root, String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Path file = fileOf(root, path);
    if (file != null && !file.equals(root.toRealPath().resolve("index.html"))) {
      send(file, path, request, response);
    } else if (file == null && looksLikeFile(path)) {
      problems.write(Problem.of(CommonProblem.NOT_FOUND), response);
    } else {
      sendPage(root, request, response);
    }
  }

  /// The regular file of a path, if it lies under the root (links are followed first).
  private static @Nullable Path fileOf(Path root, String path) {
    try {
      Path real = root.resolve(path.substring(1)).toRealPath();
      return real.startsWith(root.toRealPath()) && Files.isRegularFile(real) ? real : null;
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }

  private static boolean looksLikeFile(String path) {
    return path.startsWith("/assets/") || path.substring(path.lastIndexOf('/')).contains(".");
  }

  private static void send(
      Path file, String path, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Variant variant = Variant.of(file, request.getHeader("Accept-Encoding"));
    long size = Files.size(variant.file());
    long modified = Files.getLastModifiedTime(file).toMillis();
    String tag =
        "W/\"%x-%x\"".formatted(size, modified); // weak: the body may be compressed on the way
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Cache-Control", path.startsWith("/assets/") ? FOREVER : "no-cache");
    response.setHeader("ETag", tag);
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(typeOf(file));
    if (variant.encoding() != null) {
      response.setHeader("Content-Encoding", variant.encoding());
    }
    response.setContentLengthLong(size);
    if ("GET".equals(request.getMethod())) {
      Files.copy(variant.file(), response.getOutputStream());
    }
  }

  private static String typeOf(Path file) {
    String name = file.getFileName().toString();
    if (name.endsWith(".webmanifest")) {
      return "application/manifest+json";
    }
    MediaType type = MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
    boolean text = type.getType().equals("text") || type.getSubtype().contains("javascript");
    return text ? type + ";charset=UTF-8" : type.toString();
  }

  private void sendPage(Path root, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Path index = root.resolve("index.html");
    if (!Files.isRegularFile(index)) {
      problems.write(Problem.of(CommonProblem.NOT_FOUND), response);
      return;
    }
    String page =
        Files.readString(index, StandardCharsets.UTF_8)
            .replace(NONCE_PLACE, SecurityHeaders.nonceOf(request));
    byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(bytes.length);
    if ("GET".equals(request.getMethod())) {
      response.getOutputStream().write(bytes);
    }
  }
}
