package xyz.contentfactory.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files, methods and parameter lists stop growing at the sizes of CONTRIBUTING.md; what is above
/// stands in `checks/size-ledger.txt` with its reason.
final class SizeRule {

  private static final int JAVA_LINES = 400;
  private static final int REACT_LINES = 250;
  private static final int METHOD_LINES = 60;
  private static final int PARAMETERS = 8;

  private SizeRule() {}

  static List<String> findings(Repository repository) {
    Map<String, String> tooBig = new LinkedHashMap<>();
    lines(repository, ".java", JAVA_LINES, tooBig);
    lines(repository, ".tsx", REACT_LINES, tooBig);
    lines(repository, ".ts", JAVA_LINES, tooBig);
    methods(repository, tooBig);
    Ledger ledger = Ledger.of(repository.root().resolve("checks/size-ledger.txt"));
    List<String> findings = new ArrayList<>(ledger.findings(tooBig.keySet()));
    tooBig.forEach((what, finding) -> {
      if (!ledger.excuses(what)) {
        findings.add(finding);
      }
    });
    return findings;
  }

  private static void lines(
      Repository repository, String ending, int limit, Map<String, String> tooBig) {
    for (Path file : repository.files(path -> path.endsWith(ending) && !path.endsWith(".d.ts"))) {
      int lines = Repository.lines(file).size();
      if (lines > limit) {
        String name = repository.name(file);
        tooBig.put(name, name + " has " + lines + " lines, more than " + limit);
      }
    }
  }

  private static void methods(Repository repository, Map<String, String> tooBig) {
    for (JavaSources.Method method : JavaSources.methods(repository)) {
      if (method.lines() > METHOD_LINES) {
        tooBig.put(
            method.name(),
            method.name() + " has " + method.lines() + " lines, more than " + METHOD_LINES);
      } else if (method.parameters() > PARAMETERS) {
        tooBig.put(
            method.name(),
            method.name() + " has " + method.parameters() + " parameters, more than " + PARAMETERS);
      }
    }
  }
}
