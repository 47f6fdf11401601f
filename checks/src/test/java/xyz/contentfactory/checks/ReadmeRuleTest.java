package xyz.contentfactory.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeRuleTest {

  @TempDir Path twin;

  @Test
  void every_module_says_the_five_things_about_itself() {
    assertThat(ReadmeRule.findings(Repository.here())).isEmpty();
  }

  @Test
  void a_module_without_a_readme_and_one_with_other_headings_are_reported() {
    var tree =
        new Twin(twin).write("pom.xml", "").write("mute/pom.xml", "").write("odd/pom.xml", "");
    tree.write("odd/README.md", "# Odd\n## What it is\n## Everything else\n");

    assertThat(ReadmeRule.findings(tree.repository()))
        .containsExactly(
            "mute has no README.md",
            "odd/README.md has the headings [What it is, Everything else]");
  }
}
