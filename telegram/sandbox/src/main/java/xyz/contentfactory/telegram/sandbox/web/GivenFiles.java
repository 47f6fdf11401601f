package xyz.contentfactory.telegram.sandbox.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import xyz.contentfactory.telegram.sandbox.world.Content;
import xyz.contentfactory.telegram.sandbox.world.MediaFile;
import xyz.contentfactory.telegram.sandbox.world.World;

/// `GET /api/sandbox/files/{id}`: what was uploaded, byte for byte; with `?small` the small
/// picture.
final class GivenFiles {

  static final String PREFIX = "/api/sandbox/files/";

  private static final int AT_ONCE = 512 << 10;

  /// Only what a browser shows without running it; all else is downloaded.
  private static final Set<String> SHOWN =
      Set.of(
          "image/jpeg",
          "image/png",
          "image/gif",
          "image/webp",
          "video/mp4",
          "audio/ogg",
          "audio/mpeg");

  private record Given(Content content, String type) {}

  private final World world;

  GivenFiles(World world) {
    this.world = world;
  }

  void send(HttpExchange exchange, String path) throws IOException {
    if (!exchange.getRequestMethod().equals("GET")) {
      throw new HttpProblem(405, "method-not-allowed", "Files are only given out.");
    }
    boolean small = "small".equals(exchange.getRequestURI().getQuery());
    Given given = given(path.substring(PREFIX.length()), small);
    boolean shown = SHOWN.contains(given.type());
    exchange
        .getResponseHeaders()
        .set("Content-Type", shown ? given.type() : "application/octet-stream");
    exchange.getResponseHeaders().set("Content-Disposition", shown ? "inline" : "attachment");
    exchange.sendResponseHeaders(200, given.content().bytes());
    try (OutputStream out = exchange.getResponseBody()) {
      for (long at = 0; at < given.content().bytes(); at += AT_ONCE) {
        out.write(part(given.content(), at));
      }
    }
  }

  private byte[] part(Content content, long at) {
    return world.look(() -> world.uploads().read(content, at, AT_ONCE));
  }

  private Given given(String id, boolean small) {
    try {
      long number = Long.parseLong(id);
      return world
          .look(() -> world.files().find(number).flatMap(f -> given(f, small)))
          .orElseThrow(() -> HttpProblem.notFound("There is no such file any more."));
    } catch (NumberFormatException _) {
      throw HttpProblem.notFound("There is no such file.");
    }
  }

  private Optional<Given> given(MediaFile file, boolean small) {
    MediaFile.Thumb thumb = file.thumb();
    return small && thumb != null
        ? world.uploads().content(thumb.contentId()).map(c -> new Given(c, "image/jpeg"))
        : world.files().content(file).map(c -> new Given(c, file.mime()));
  }
}
