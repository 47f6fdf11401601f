package xyz.contentfactory.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What `docs/security.md` names as proof exists: a test class as `SomethingTest`, a browser suite
/// as `story:name`.
final class EvidenceRule {

  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)`|`story:([\\w-]+)`");

  private EvidenceRule() {}

  static List<String> findings(Repository repository) {
    Set<String> tests =
        repository.files("Test.java").stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .collect(Collectors.toSet());
    Set<String> suites =
        repository.files(".js").stream()
            .filter(file -> file.getParent() != null && file.getParent().endsWith("story/suites"))
            .map(file -> file.getFileName().toString().replace(".js", ""))
            .collect(Collectors.toSet());
    List<String> findings = new ArrayList<>();
    for (Path document : repository.files("security.md")) {
      var named = NAMED.matcher(Repository.text(document));
      while (named.find()) {
        boolean test = named.group(1) != null;
        String name = test ? named.group(1) : named.group(2);
        if (!(test ? tests : suites).contains(name)) {
          findings.add(repository.name(document) + " names " + name + ", which is not there");
        }
      }
    }
    return findings;
  }
}
