package xyz.contentfactory.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkRuleTest {

  @TempDir Path twin;

  @Test
  void every_link_of_the_documents_leads_somewhere() {
    assertThat(LinkRule.findings(Repository.here())).isEmpty();
  }

  @Test
  void a_dead_link_and_a_dead_anchor_are_reported_and_code_is_not_read() {
    var tree = new Twin(twin).write("docs/there.md", "# A heading, here\n");
    tree.write(
        "README.md",
        "[a](docs/there.md#a-heading-here) [b](docs/gone.md) [c](docs/there.md#gone) `[d](x)` [e](https://x.y)");

    assertThat(LinkRule.findings(tree.repository()))
        .containsExactly(
            "README.md links to docs/gone.md, which is not there",
            "README.md links to docs/there.md#gone, which is not there");
  }
}
