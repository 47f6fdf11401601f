package xyz.contentfactory.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Links of the documents lead somewhere: to a file or folder of the repository, and to a heading
/// of it when they name one. Addresses of the network are not asked.
final class LinkRule {

  private static final Pattern LINK =
      Pattern.compile("\\]\\(([^)\\s]+)\\)|<img[^>]* src=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");

  private LinkRule() {}

  static List<String> findings(Repository repository) {
    List<String> findings = new ArrayList<>();
    for (Path document : repository.files(".md")) {
      var matcher = LINK.matcher(CODE.matcher(Repository.text(document)).replaceAll(""));
      while (matcher.find()) {
        String link = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        if (!link.contains("://")
            && !link.startsWith("mailto:")
            && !leadsSomewhere(document, link)) {
          findings.add(repository.name(document) + " links to " + link + ", which is not there");
        }
      }
    }
    return findings;
  }

  private static boolean leadsSomewhere(Path document, String link) {
    int hash = link.indexOf('#');
    String path = hash < 0 ? link : link.substring(0, hash);
    Path target = path.isEmpty() ? document : document.resolveSibling(path).normalize();
    return Files.exists(target) && (hash < 0 || hasHeading(target, link.substring(hash + 1)));
  }

  private static boolean hasHeading(Path document, String anchor) {
    return Repository.lines(document).stream()
        .filter(line -> line.startsWith("#"))
        .map(LinkRule::anchor)
        .anyMatch(anchor::equals);
  }

  /// As GitHub makes it from a heading.
  private static String anchor(String heading) {
    return heading
        .replaceFirst("^#+\\s*", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N} _-]", "")
        .strip()
        .replace(' ', '-');
  }
}
