package xyz.contentfactory.kit.secret;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/// The file of a local keyring: a folder with mode 0700 holding `keyring.json` with mode 0600.
record KeyFile(Path folder, Path file) {
  private static final Set<PosixFilePermission> FOLDER_MODE =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE_MODE =
      PosixFilePermissions.fromString("rw-------");

  /// Turns text into keys or keys into text.
  interface Step<A, B> {
    B apply(A input) throws GeneralSecurityException;
  }

  static KeyFile in(Path folder) {
    return new KeyFile(folder, folder.resolve("keyring.json"));
  }

  boolean exists() {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  void create(String text) {
    try {
      write(text);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  <K> K read(Step<String, K> parse) throws GeneralSecurityException {
    try {
      return parse.apply(read());
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /// Replaces the keys by what `change` makes of them; a crash leaves the old or the new ones,
  /// whole.
  <K> void change(Step<String, K> parse, Step<K, K> change, Step<K, String> format)
      throws GeneralSecurityException {
    try {
      write(format.apply(change.apply(parse.apply(read()))));
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private KeyringException unusable(IOException e) {
    return new KeyringException("The keyring " + file + " cannot be read or written.", e);
  }

  private String read() throws IOException {
    check(folder, FOLDER_MODE, "0700");
    check(file, FILE_MODE, "0600");
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static void check(Path path, Set<PosixFilePermission> mode, String octal)
      throws IOException {
    if (!Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).equals(mode)) {
      throw new KeyringException(
          "The keyring at %s is open to others: set its mode to %s.".formatted(path, octal));
    }
  }

  /// Written aside, synced, then moved into place: a crash leaves the old file or a whole new one.
  private void write(String text) throws IOException {
    Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER_MODE));
    check(folder, FOLDER_MODE, "0700");
    Path aside =
        Files.createTempFile(
            folder, "keyring", ".new", PosixFilePermissions.asFileAttribute(FILE_MODE));
    Files.writeString(aside, text, StandardCharsets.UTF_8);
    sync(aside, StandardOpenOption.WRITE);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    sync(folder, StandardOpenOption.READ);
  }

  private static void sync(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
