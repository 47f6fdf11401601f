package xyz.contentfactory.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The exceptions of a rule, each with its reason: lines of `what | reason`.
///
/// An entry without a reason, and an entry that nothing needs any more, are findings themselves.
record Ledger(String name, Map<String, String> reasons) {

  static Ledger of(Path file) {
    Map<String, String> reasons = new LinkedHashMap<>();
    if (Files.exists(file)) {
      for (String line : Repository.lines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int bar = line.indexOf('|');
          String what = bar < 0 ? line : line.substring(0, bar);
          reasons.put(what.strip(), bar < 0 ? "" : line.substring(bar + 1).strip());
        }
      }
    }
    return new Ledger(file.getFileName().toString(), reasons);
  }

  boolean excuses(String what) {
    return reasons.containsKey(what);
  }

  /// @param needed every exception that the rule met
  List<String> findings(Set<String> needed) {
    List<String> findings = new ArrayList<>();
    reasons.forEach((what, reason) -> {
      if (reason.isEmpty()) {
        findings.add(name + ": no reason for " + what);
      }
      if (!needed.contains(what)) {
        findings.add(name + ": nothing needs the entry " + what);
      }
    });
    return findings;
  }
}
