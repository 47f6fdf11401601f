package xyz.contentfactory.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeRuleTest {

  @TempDir Path twin;

  @Test
  void nothing_outgrew_its_size_without_a_reason() {
    assertThat(SizeRule.findings(Repository.here())).isEmpty();
  }

  @Test
  void a_long_file_a_long_method_and_many_parameters_are_reported() {
    var tree = new Twin(twin);
    tree.write("a/Long.java", "class Long {\n" + "\n".repeat(400) + "}\n");
    tree.write("a/Screen.tsx", "\n".repeat(251));
    tree.write("a/Method.java", "class Method { void grows() {\n" + ";\n".repeat(60) + "} }");
    tree.write("a/Many.java", "class Many { void takes(" + "int a, ".repeat(8) + "int b) {} }");

    assertThat(SizeRule.findings(tree.repository()))
        .containsExactlyInAnyOrder(
            "a/Long.java has 402 lines, more than 400",
            "a/Screen.tsx has 251 lines, more than 250",
            "a/Method.java#grows has 62 lines, more than 60",
            "a/Many.java#takes has 9 parameters, more than 8");
  }

  @Test
  void an_entry_without_a_reason_and_an_entry_that_nothing_needs_are_reported() {
    var tree = new Twin(twin);
    tree.write("a/Long.java", "class Long {\n" + "\n".repeat(400) + "}\n");
    tree.write("checks/size-ledger.txt", "# why\na/Long.java |\na/Gone.java | it was long\n");

    assertThat(SizeRule.findings(tree.repository()))
        .containsExactly(
            "size-ledger.txt: no reason for a/Long.java",
            "size-ledger.txt: nothing needs the entry a/Gone.java");
  }
}
