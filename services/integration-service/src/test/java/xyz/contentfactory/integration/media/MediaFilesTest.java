package xyz.contentfactory.integration.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.problem.ProblemException;

class MediaFilesTest {
  private static final UUID MEMBER = UUID.randomUUID();

  @TempDir private static Path folder;
  private static ServiceDatabase database;
  private static MediaFiles files;
  private static volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");

  @BeforeAll
  static void open() {
    database = ServiceDatabase.open("integration", TestPostgres.freshDatabase());
    InstantSource clock = () -> now;
    files = new MediaFiles(database, clock, MediaDisk.open(folder));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static MediaFile handIn(UUID member, String name, String content) throws IOException {
    MediaSettings settings =
        new MediaSettings(folder, DataSize.ofBytes(100), DataSize.ofBytes(120), Duration.ofDays(1));
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new Reception(files, settings)
        .take(member, name, bytes.length, new ByteArrayInputStream(bytes));
  }

  private static boolean isKept(MediaFile file) {
    return Files.exists(files.disk().file(file.sha256()));
  }

  @Test
  void a_content_goes_with_the_last_file_that_has_it() throws IOException {
    MediaFile mine = handIn(MEMBER, "a", "shared");
    now = now.plusSeconds(100);
    MediaFile theirs = handIn(UUID.randomUUID(), "b", "shared");
    assertThat(files.forget(now)).isEqualTo(1);
    assertThat(files.find(MEMBER, mine.id())).isEmpty();
    assertThat(isKept(theirs)).isTrue();
    assertThat(files.forget(now.plusSeconds(1))).isEqualTo(1);
    assertThat(isKept(theirs)).isFalse();
  }

  @Test
  void a_full_disk_is_said_and_nothing_is_left_of_the_file() throws IOException {
    MediaFile first = handIn(MEMBER, "a", "x".repeat(90));
    assertThatThrownBy(() -> handIn(MEMBER, "b", "y".repeat(90)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no room");
    try (Stream<Path> left = Files.list(folder.resolve("incoming"))) {
      assertThat(left).isEmpty();
    }
    files.forget(now.plusSeconds(1));
    assertThat(isKept(first)).isFalse();
  }

  @Test
  void a_name_is_the_last_part_of_a_path_without_what_cannot_be_seen() throws IOException {
    MediaFile file = handIn(MEMBER, "../../etc/pass\u202ewd\u0000.txt", "name");
    assertThat(file.name()).isEqualTo("passwd.txt");
    files.forget(now.plusSeconds(1));
  }
}
