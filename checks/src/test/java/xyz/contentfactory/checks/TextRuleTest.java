package xyz.contentfactory.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRuleTest {

  @TempDir Path twin;

  @Test
  void no_secret_no_machine_path_and_nothing_unfinished_stands_in_the_repository() {
    assertThat(TextRule.findings(Repository.here())).isEmpty();
  }

  /// Each bait is cut by a bar, so that it does not stand in this file.
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          a private key, note.txt, -----BEGIN RSA PRIVATE¦ KEY-----
          a signed token, note.txt, eyJ0123456789abcdef¦.0123456789abcdef.0123456789abcdef
          an access key of a cloud, note.txt, AKIA¦0123456789ABCDEF
          a token of GitHub, note.txt, ghp_¦0123456789012345678901234567890123
          a token of a bot, note.txt, 12345678¦:AA012345678901234567890123456789012
          an api_hash, note.txt, api_hash = 0123456789¦abcdef0123456789abcdef
          a path of one machine, note.md, see /ro¦ot/notes
          unfinished work, A.java, // TO¦DO later
          a test that is switched off, A.java, @Dis¦abled
          a test that is switched off, a.test.ts, it.on¦ly(
          """)
  void a_bait_is_reported(String what, String file, String bait) {
    var tree = new Twin(twin).write(file, bait.replace("¦", ""));

    assertThat(TextRule.findings(tree.repository()))
        .containsExactly(file + " holds " + what + " near line 1");
  }

  @Test
  void an_excuse_that_nothing_needs_is_reported() {
    var tree = new Twin(twin).write("checks/text-ledger.txt", "gone.txt | it was a test vector\n");

    assertThat(TextRule.findings(tree.repository()))
        .containsExactly("text-ledger.txt: nothing needs the entry gone.txt");
  }
}
