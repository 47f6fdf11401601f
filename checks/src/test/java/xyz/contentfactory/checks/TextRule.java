package xyz.contentfactory.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that must not stand in the repository: secrets, traces of one machine, unfinished work.
/// What looks like one and is none stands in `checks/text-ledger.txt` with its reason.
final class TextRule {

  private record Banned(String what, Pattern pattern) {}

  private static final List<Banned> EVERYWHERE =
      List.of(
          banned("a private key", "-----BEGIN [A-Z ]*PRIVATE " + "KEY-----"),
          banned(
              "a signed token",
              "\\beyJ[A-Za-z0-9_-]{15,}\\.[A-Za-z0-9_-]{15,}\\.[A-Za-z0-9_-]{15,}"),
          banned("an access key of a cloud", "\\bAKIA[0-9A-Z]{16}\\b"),
          banned("a token of GitHub", "\\bgh[pousr]_[A-Za-z0-9]{30,}"),
          banned("a token of a bot", "\\b[0-9]{8,10}:AA[A-Za-z0-9_-]{33}\\b"),
          banned("an api_hash", "(?i)\\bapi[_-]?hash\\W{1,6}[0-9a-f]{32}\\b"),
          banned(
              "a path of one machine",
              "(?<![\\w.])/(root|home/[a-z]+|Users/[A-Za-z]+|work/(main|shared))/"));

  private static final List<Banned> IN_SOURCES =
      List.of(
          banned("unfinished work", "\\b(TODO|" + "FIXME|XXX)\\b"),
          banned(
              "a test that is switched off",
              "@(Disabled|Ignore)\\b|\\b(it|test|describe)\\.(only|skip)\\("));

  private static final Set<String> SOURCES =
      Set.of(
          "java", "ts", "tsx", "js", "mjs", "sh", "py", "sql", "css", "html", "xml", "yaml", "yml");

  private TextRule() {}

  private static Banned banned(String what, String pattern) {
    return new Banned(what, Pattern.compile(pattern));
  }

  static List<String> findings(Repository repository) {
    List<String> findings = new ArrayList<>();
    Set<String> excused = new LinkedHashSet<>();
    Ledger ledger = Ledger.of(repository.root().resolve("checks/text-ledger.txt"));
    for (Path file : repository.files(TextRule::isJudged)) {
      for (String finding : findings(repository.name(file), Repository.text(file))) {
        if (ledger.excuses(repository.name(file))) {
          excused.add(repository.name(file));
        } else {
          findings.add(finding);
        }
      }
    }
    findings.addAll(ledger.findings(excused));
    return findings;
  }

  private static boolean isJudged(String path) {
    return !path.endsWith("package-lock.json") && !path.endsWith("TextRule.java");
  }

  private static List<String> findings(String name, String text) {
    List<Banned> rules = new ArrayList<>(EVERYWHERE);
    if (SOURCES.contains(name.substring(name.lastIndexOf('.') + 1))) {
      rules.addAll(IN_SOURCES);
    }
    List<String> findings = new ArrayList<>();
    for (Banned rule : rules) {
      Matcher matcher = rule.pattern().matcher(text);
      if (matcher.find()) {
        long line = text.substring(0, matcher.start()).chars().filter(c -> c == '\n').count() + 1;
        findings.add(name + " holds " + rule.what() + " near line " + line);
      }
    }
    return findings;
  }
}
