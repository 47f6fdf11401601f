package xyz.contentfactory.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Every module says the same five things about itself, in the same order.
final class ReadmeRule {

  private static final List<String> HEADINGS =
      List.of(
          "What it is",
          "What it never does",
          "Where to start reading",
          "How to run its tests",
          "Dependencies and why");

  private ReadmeRule() {}

  static List<String> findings(Repository repository) {
    List<Path> folders = new ArrayList<>(repository.modules());
    Path web = repository.root().resolve("web");
    if (Files.isDirectory(web)) {
      folders.add(web);
    }
    List<String> findings = new ArrayList<>();
    for (Path folder : folders) {
      Path readme = folder.resolve("README.md");
      if (!Files.exists(readme)) {
        findings.add(repository.name(folder) + " has no README.md");
      } else if (!headings(readme).equals(HEADINGS)) {
        findings.add(repository.name(readme) + " has the headings " + headings(readme));
      }
    }
    return findings;
  }

  private static List<String> headings(Path readme) {
    return Repository.lines(readme).stream()
        .filter(line -> line.startsWith("## "))
        .map(line -> line.substring(3).strip())
        .toList();
  }
}
