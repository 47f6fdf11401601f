package xyz.contentfactory.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageRuleTest {

  @TempDir Path twin;

  @Test
  void packages_are_described_null_marked_and_named_by_what_they_do() {
    assertThat(PackageRule.findings(Repository.here())).isEmpty();
  }

  @Test
  void an_empty_name_and_a_package_without_a_description_are_reported() {
    var tree = new Twin(twin);
    tree.write("a/src/main/java/a/ThingManager.java", "");
    tree.write("a/src/test/java/a/util/Thing.java", "");

    assertThat(PackageRule.findings(tree.repository()))
        .containsExactlyInAnyOrder(
            "a/src/main/java/a/ThingManager.java has a name that says nothing",
            "a/src/main/java/a has no package-info.java with @NullMarked",
            "a/src/test/java/a/util/Thing.java has a name that says nothing");
  }
}
