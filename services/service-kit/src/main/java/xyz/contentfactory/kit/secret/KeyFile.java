package xyz.contentfactory.kit.secret;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The file of a local keyring: a folder with mode 0700 holding `keyring.json` with mode 0600. Who
/// writes it holds `keyring.lock`, so that of several processes each adds to what the others wrote.
record KeyFile(Path folder, Path file) {
  private static final Set<PosixFilePermission> FOLDER_MODE =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> FILE_MODE =
      PosixFilePermissions.fromString("rw-------");

  /// A lock of a file is held by a process, not by a thread.
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  /// Tells one state of the file from another: it is never written in place.
  record Stamp(@Nullable Object inode, FileTime time, long size) {}

  /// What was read.
  record Content(String text, Stamp stamp) {
    /// It has the keys in it.
    @Override
    public String toString() {
      return "Content[" + stamp + "]";
    }
  }

  /// What is done while nobody else writes.
  interface Change<T> {
    T run() throws GeneralSecurityException, IOException;
  }

  static KeyFile in(Path folder) {
    return new KeyFile(folder, folder.resolve("keyring.json"));
  }

  /// Null when there is no file.
  @Nullable Stamp stamp() {
    try {
      BasicFileAttributes found =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return new Stamp(found.fileKey(), found.lastModifiedTime(), found.size());
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /// A file that is replaced while it is read is read again at the next look: its stamp is older.
  /// What was read stays, also when the machine that wrote it fails before it has synced the
  /// folder.
  Content read() {
    try {
      check(folder, FOLDER_MODE, "0700");
      check(file, FILE_MODE, "0600");
      Stamp stamp = Objects.requireNonNull(stamp(), "was there a moment ago");
      Content content = new Content(Files.readString(file, StandardCharsets.UTF_8), stamp);
      sync(folder, StandardOpenOption.READ);
      return content;
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /// Runs `change` while no other process or thread does.
  <T> T alone(Change<T> change) throws GeneralSecurityException {
    THIS_PROCESS.lock();
    try {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER_MODE));
      check(folder, FOLDER_MODE, "0700");
      try (FileChannel channel = lockFile();
          FileLock held = channel.lock()) {
        if (!held.isValid()) {
          throw new IOException("the lock was lost");
        }
        return change.run();
      }
    } catch (IOException e) {
      throw unusable(e);
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  private FileChannel lockFile() throws IOException {
    return FileChannel.open(
        folder.resolve("keyring.lock"),
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
        PosixFilePermissions.asFileAttribute(FILE_MODE));
  }

  private KeyringException unusable(IOException e) {
    return new KeyringException("The keyring " + file + " cannot be read or written.", e);
  }

  private static void check(Path path, Set<PosixFilePermission> mode, String octal)
      throws IOException {
    if (!Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).equals(mode)) {
      throw new KeyringException(
          "The keyring at %s is open to others: set its mode to %s.".formatted(path, octal));
    }
  }

  /// Written aside, synced, then moved into place: a crash leaves the old file or a whole new one.
  /// Only inside `alone`.
  void write(String text) throws IOException {
    removeLeftovers();
    Path aside =
        Files.createTempFile(
            folder, "keyring", ".new", PosixFilePermissions.asFileAttribute(FILE_MODE));
    Files.writeString(aside, text, StandardCharsets.UTF_8);
    sync(aside, StandardOpenOption.WRITE);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    sync(folder, StandardOpenOption.READ);
  }

  /// What a process that was killed while it wrote has left.
  private void removeLeftovers() throws IOException {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "keyring*.new")) {
      for (Path path : left) {
        Files.delete(path);
      }
    }
  }

  private static void sync(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
