package xyz.contentfactory.telegram.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {

  @Test
  void an_unchanged_file_is_left_alone(@TempDir Path folder) throws IOException {
    SourceTree tree = new SourceTree(folder);
    tree.replaceWith(Map.of("a/A.java", "class A {}"));
    FileTime longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(folder.resolve("a/A.java"), longAgo);

    assertThat(tree.replaceWith(Map.of("a/A.java", "class A {}"))).isZero();
    assertThat(Files.getLastModifiedTime(folder.resolve("a/A.java"))).isEqualTo(longAgo);
  }

  @Test
  void a_changed_file_is_written_and_a_stale_one_deleted(@TempDir Path folder) throws IOException {
    SourceTree tree = new SourceTree(folder);
    tree.replaceWith(Map.of("A.java", "old", "B.java", "b"));

    assertThat(tree.replaceWith(Map.of("A.java", "new"))).isEqualTo(2);
    assertThat(folder.resolve("A.java")).hasContent("new");
    assertThat(folder.resolve("B.java")).doesNotExist();
  }
}
