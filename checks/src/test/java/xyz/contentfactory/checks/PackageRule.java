package xyz.contentfactory.checks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A package says what it is for and that null is an exception in it; nothing in it has a name that
/// says nothing.
final class PackageRule {

  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Manager|Helper|Helpers|Util|Utils|Impl|Processor)\\.java");

  private static final Pattern EMPTY_FOLDER =
      Pattern.compile(
          "(.*/)?(util|utils|common|impl|helpers|controller|repository|dto)/[^/]*\\.java");

  private PackageRule() {}

  static List<String> findings(Repository repository) {
    List<String> findings = new ArrayList<>();
    for (Path file : repository.files(".java")) {
      String name = repository.name(file);
      if (EMPTY_NAME.matcher(name).matches() || EMPTY_FOLDER.matcher(name).matches()) {
        findings.add(name + " has a name that says nothing");
      }
      Path description = file.resolveSibling("package-info.java");
      if (name.contains("src/main/java/") && !isDescribed(description)) {
        findings.add(
            name.substring(0, name.lastIndexOf('/'))
                + " has no package-info.java with @NullMarked");
      }
    }
    return findings.stream().distinct().toList();
  }

  private static boolean isDescribed(Path description) {
    return Files.exists(description) && Repository.text(description).contains("@NullMarked");
  }
}
