package xyz.contentfactory.standalone.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real server, on real files. Every test starts with an empty folder.
class PostgresServerTest {

  @TempDir Path temporary;
  private PostgresSettings settings = settings(Path.of("unused"));

  @BeforeEach
  void a_folder_of_its_own() {
    settings = settings(temporary.resolve("database"));
  }

  @Test
  void a_service_sees_its_own_schema_and_not_its_neighbours() throws Exception {
    try (var server = PostgresServer.start(settings)) {
      query(server.login("users"), "CREATE TABLE secret_thing (id int)");

      assertThat(query(server.login("users"), "SELECT current_schema()")).isEqualTo("users");
      assertThatThrownBy(
              () -> query(server.login("integration"), "SELECT id FROM users.secret_thing"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void what_was_committed_is_there_after_a_stop_and_a_start() throws Exception {
    try (var server = PostgresServer.start(settings)) {
      query(server.login("users"), "CREATE TABLE kept (word text)");
      query(server.login("users"), "INSERT INTO kept VALUES ('still here')");
    }
    try (var server = PostgresServer.start(settings)) {
      assertThat(query(server.login("users"), "SELECT word FROM kept")).isEqualTo("still here");
    }
  }

  @Test
  void a_server_left_behind_by_a_killed_process_is_replaced_and_its_commits_are_kept()
      throws Exception {
    var left = PostgresServer.start(settings);
    query(left.login("users"), "CREATE TABLE kept AS SELECT 'still here' AS word");
    long before = postmaster();

    try (var server = PostgresServer.start(settings)) {
      assertThat(query(server.login("users"), "SELECT word FROM kept")).isEqualTo("still here");
      assertThat(postmaster()).isNotEqualTo(before);
      assertThatThrownBy(() -> query(left.login("users"), "SELECT 1"))
          .hasMessageContaining("refused");
    }
  }

  @Test
  void a_killed_server_recovers_what_it_had_answered() throws Exception {
    var killed = PostgresServer.start(settings);
    query(killed.login("users"), "CREATE TABLE kept AS SELECT 'still here' AS word");
    ProcessHandle process = ProcessHandle.of(postmaster()).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();

    try (var server = PostgresServer.start(settings)) {
      assertThat(query(server.login("users"), "SELECT word FROM kept")).isEqualTo("still here");
    }
  }

  @Test
  void a_stale_pid_file_that_names_another_program_is_not_in_the_way() throws Exception {
    PostgresServer.start(settings).close();
    Files.writeString(pidFile(), ProcessHandle.current().pid() + "\n");

    try (var server = PostgresServer.start(settings)) {
      assertThat(query(server.login("users"), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void it_is_durable_local_and_asks_for_a_password() throws Exception {
    try (var server = PostgresServer.start(settings)) {
      var users = server.login("users");
      assertThat(query(users, "SHOW fsync")).isEqualTo("on");
      assertThat(query(users, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(query(users, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThatThrownBy(() -> query(new DatabaseLogin(users.url(), "users", "guess"), "SELECT 1"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void passwords_are_for_the_owner_alone_and_never_printed() throws Exception {
    try (var server = PostgresServer.start(settings)) {
      var login = server.login("users");
      assertThat(login.toString()).doesNotContain(login.password());
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(settings.folder().resolve("passwords"))))
          .isEqualTo("rw-------");
      assertThat(settings.folder().resolve("initdb-password")).doesNotExist();
    }
  }

  @Test
  void the_cluster_of_another_version_is_refused_with_one_sentence() throws Exception {
    Path cluster = Files.createDirectories(settings.folder().resolve("cluster"));
    Files.writeString(cluster.resolve("PG_VERSION"), "99\n");

    assertThatThrownBy(() -> PostgresServer.start(settings))
        .isInstanceOf(PostgresFailure.class)
        .hasMessageContaining("made by PostgreSQL 99 and this build brings PostgreSQL 18");
  }

  @Test
  void a_folder_that_cannot_be_made_is_refused_with_one_sentence() throws Exception {
    Path file = Files.writeString(temporary.resolve("a-file"), "");

    assertThatThrownBy(() -> PostgresServer.start(settings(file.resolve("database"))))
        .isInstanceOf(PostgresFailure.class)
        .hasMessageStartingWith("The database folder cannot be used");
  }

  @Test
  void root_hands_a_reachable_folder_to_a_user_without_privileges() throws Exception {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));

    try (var server = PostgresServer.start(settings)) {
      assertThat(query(server.login("users"), "SELECT 1")).isEqualTo("1");
      assertThat(new UnixSystem().getUid() != 0 || uid(settings.folder()) != 0).isTrue();
    }
    try (var again = PostgresServer.start(settings)) {
      assertThat(query(again.login("users"), "SELECT 1")).isEqualTo("1");
    }
  }

  private static long uid(Path file) throws Exception {
    return ((Number) Files.getAttribute(file, "unix:uid")).longValue();
  }

  @Test
  void half_a_cluster_of_a_start_that_was_cut_is_made_anew() throws Exception {
    Path parts = Files.createDirectories(settings.folder().resolve("cluster.next"));
    Files.writeString(parts.resolve("PG_VERSION"), "18\n");

    try (var server = PostgresServer.start(settings)) {
      assertThat(query(server.login("users"), "SELECT 1")).isEqualTo("1");
    }
  }

  private static PostgresSettings settings(Path folder) {
    return new PostgresSettings(
        folder, Path.of("target", "engines"), List.of("users", "integration"));
  }

  private Path pidFile() {
    return settings.folder().resolve("cluster").resolve("postmaster.pid");
  }

  private long postmaster() throws Exception {
    return Long.parseLong(Files.readAllLines(pidFile()).getFirst());
  }

  /// The first column of the first row, or an empty text for a statement without rows.
  private static String query(DatabaseLogin login, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(login.url(), login.username(), login.password());
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (var rows = statement.getResultSet()) {
        return rows.next() ? String.valueOf(rows.getString(1)) : "";
      }
    }
  }
}
