package xyz.contentfactory.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// The folder that a second start finds again, held by one process at a time. The lock dies with
/// the process, also with one that is killed.
final class DataFolder implements AutoCloseable {

  /// Others may pass through but not look: PostgreSQL runs as another user when the process is
  /// root.
  private static final String MODE = "rwx--x--x";

  private final Path folder;
  private final FileChannel channel;

  private DataFolder(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static DataFolder hold(Path folder) {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(MODE));
      }
      DataFolder held = lock(folder);
      held.makePrivate("logs");
      return held;
    } catch (IOException failure) {
      throw new StartRefused(
          "The data folder %s (CF_DATA_DIR) cannot be made or written: %s."
              .formatted(folder, failure.getClass().getSimpleName()),
          failure);
    }
  }

  private static DataFolder lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      String holder = read(channel);
      channel.close();
      throw new StartRefused(
          "The data folder %s is in use by another Content Factory (process %s): stop it, or choose another folder with CF_DATA_DIR."
              .formatted(folder, holder.isEmpty() ? "unknown" : holder));
    }
    channel.truncate(0);
    channel.write(encoded(String.valueOf(ProcessHandle.current().pid())));
    return new DataFolder(folder, channel);
  }

  private void makePrivate(String name) throws IOException {
    Path inner = Files.createDirectories(folder.resolve(name));
    Files.setPosixFilePermissions(inner, PosixFilePermissions.fromString("rwx------"));
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldInThisProcess) {
      return null;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(20);
    channel.read(bytes);
    return StandardCharsets.US_ASCII.decode(bytes.flip()).toString().strip();
  }

  private static ByteBuffer encoded(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  Path folder(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
