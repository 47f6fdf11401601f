package xyz.contentfactory.integration.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import xyz.contentfactory.kit.problem.PayloadTooLarge;

/// The contents of files by their SHA-256; equal ones are there once. What is still coming in lies
/// apart.
public final class MediaDisk {
  private static final int BUFFER_BYTES = 64 << 10;

  private final Path kept;
  private final Path incoming;

  private MediaDisk(Path folder) throws IOException {
    kept = Files.createDirectories(folder.resolve("kept"));
    incoming = Files.createDirectories(folder.resolve("incoming"));
  }

  public static MediaDisk open(Path folder) {
    try {
      return new MediaDisk(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads to the end, never more than the limit; nothing stays behind when that does not succeed.
  Received receive(InputStream body, long limit) throws IOException {
    Path file = incoming.resolve(UUID.randomUUID().toString());
    boolean whole = false;
    try {
      Received received = write(body, file, limit);
      whole = true;
      return received;
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Received write(InputStream body, Path file, long limit) throws IOException {
    MessageDigest digest = sha256();
    long bytes = 0;
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
        bytes += n;
        if (bytes > limit) {
          throw new PayloadTooLarge(limit);
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    }
    return new Received(file, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// Keeps it under its hash; one that is there already stays.
  void keep(Received received) {
    try {
      Path target = file(received.sha256());
      Files.createDirectories(target.getParent());
      Files.move(received.file(), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void drop(Received received) {
    delete(received.file());
  }

  public Path file(String sha256) {
    return kept.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  void delete(String sha256) {
    delete(file(sha256));
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Deletes what was coming in when a process was killed.
  void sweep(Instant before) {
    try (Stream<Path> left = Files.list(incoming)) {
      for (Path file : (Iterable<Path>) left::iterator) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
