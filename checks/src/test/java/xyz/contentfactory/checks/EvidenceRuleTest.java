package xyz.contentfactory.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceRuleTest {

  @TempDir Path twin;

  @Test
  void every_proof_that_the_security_page_names_exists() {
    assertThat(EvidenceRule.findings(Repository.here())).isEmpty();
  }

  @Test
  void a_proof_that_is_not_there_is_reported() {
    var tree =
        new Twin(twin)
            .write("docs/security.md", "`ThereTest` `GoneTest` `story:there` `story:gone`\n");
    tree.write("services/a/src/test/java/ThereTest.java", "class ThereTest {}\n");
    tree.write("web/story/suites/there.js", "\n");

    assertThat(EvidenceRule.findings(tree.repository()))
        .containsExactly(
            "docs/security.md names GoneTest, which is not there",
            "docs/security.md names gone, which is not there");
  }
}
