package xyz.contentfactory.standalone.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/// The files of one database server, made by `initdb` once and kept for good.
record Cluster(Path folder, Engine engine, RunAs runAs) {

  static final String SUPERUSER = "postgres";

  static Cluster in(Path database, Engine engine, Passwords passwords) throws IOException {
    Path folder = database.resolve("cluster");
    Path version = folder.resolve("PG_VERSION");
    if (Files.exists(version)) {
      refuseOtherVersion(version, engine);
      return new Cluster(folder, engine, RunAs.ownerOf(folder));
    }
    return make(database, folder, engine, passwords.of(SUPERUSER));
  }

  private static void refuseOtherVersion(Path version, Engine engine) throws IOException {
    String found = Files.readString(version).strip();
    if (!found.equals(String.valueOf(engine.majorVersion()))) {
      throw new PostgresFailure(
          "The database in %s was made by PostgreSQL %s and this build brings PostgreSQL %s: start it with the build that made it."
              .formatted(version.getParent(), found, engine.majorVersion()));
    }
  }

  /// `initdb` works in a folder of its own that is renamed at the end: half a cluster is never
  /// found.
  private static Cluster make(Path database, Path folder, Engine engine, String superuserPassword)
      throws IOException {
    Path parts = database.resolve("cluster.next");
    deleteIfPresent(parts);
    RunAs runAs = RunAs.settle(database);
    Path passwordFile = database.resolve("initdb-password");
    Files.deleteIfExists(passwordFile);
    try {
      Passwords.writeOwnerOnly(passwordFile, superuserPassword + "\n");
      runAs.own(passwordFile);
      initdb(database, parts, engine, runAs, passwordFile);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.move(parts, folder);
    return new Cluster(folder, engine, runAs);
  }

  private static void initdb(
      Path database, Path parts, Engine engine, RunAs runAs, Path passwordFile) {
    Program initdb =
        Program.run(
            database,
            runAs.prefix(),
            List.of(
                engine.program("initdb"),
                "--pgdata=" + parts,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
    if (!initdb.succeeded()) {
      throw new PostgresFailure(
          "PostgreSQL could not make its files: " + lastLine(initdb.output()));
    }
  }

  /// Puts our settings in place; `initdb` made the file, so its owner stays.
  void configure(int port) throws IOException {
    try (var settings = Engine.resource("postgresql.conf")) {
      String text = new String(settings.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(folder.resolve("postgresql.conf"), text + "\nport = " + port + "\n");
    }
  }

  Program control(String... words) {
    List<String> command =
        new java.util.ArrayList<>(List.of(engine.program("pg_ctl"), "--pgdata=" + folder));
    command.addAll(List.of(words));
    return Program.run(folder, runAs.prefix(), command);
  }

  static String lastLine(String output) {
    return output
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .reduce("", (before, last) -> last);
  }

  private static void deleteIfPresent(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var paths = Files.walk(folder)) {
        for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
