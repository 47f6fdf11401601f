package xyz.contentfactory.gateway.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A file in the form in which it is sent. The build of the cabinet leaves `app.js.br` and
/// `app.js.gz` beside `app.js`; the smallest form that the browser takes is chosen. Nothing is
/// compressed while somebody waits, and answers of the API never are: they carry secrets beside
/// what others write.
///
/// @param encoding null for the file as it is
record Variant(Path file, @Nullable String encoding) {
  static Variant of(Path file, @Nullable String acceptEncoding) {
    if (acceptEncoding != null) {
      if (accepts(acceptEncoding, "br") && beside(file, ".br")) {
        return new Variant(file.resolveSibling(file.getFileName() + ".br"), "br");
      }
      if (accepts(acceptEncoding, "gzip") && beside(file, ".gz")) {
        return new Variant(file.resolveSibling(file.getFileName() + ".gz"), "gzip");
      }
    }
    return new Variant(file, null);
  }

  private static boolean beside(Path file, String suffix) {
    return Files.isRegularFile(file.resolveSibling(file.getFileName() + suffix));
  }

  /// Named, and not with `q=0`; a wildcard is not believed.
  private static boolean accepts(String header, String encoding) {
    return Arrays.stream(header.toLowerCase(Locale.ROOT).split(","))
        .map(String::strip)
        .anyMatch(said ->
            said.equals(encoding)
                || (said.startsWith(encoding + ";") && !said.matches(".*;\\s*q=0(\\.0*)?")));
  }
}
