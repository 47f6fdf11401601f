package xyz.contentfactory.telegram.sandbox.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The contents of files, beside the world's store: a folder for each file, in it one file for each
/// part as it came. So nothing is ever copied, and a part that was confirmed survives a kill. Call
/// only inside [World#change].
final class FileDisk {

  private final Path folder;
  private final long limitBytes;
  private long usedBytes;

  private FileDisk(Path folder, long limitBytes) {
    this.folder = folder;
    this.limitBytes = limitBytes;
  }

  static FileDisk open(Path folder, long limitBytes) {
    try {
      Files.createDirectories(folder);
      FileDisk disk = new FileDisk(folder, limitBytes);
      for (String name : disk.names()) {
        disk.usedBytes += disk.bytes(name);
      }
      return disk;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasRoomFor(long bytes) {
    return usedBytes + bytes <= limitBytes;
  }

  private List<String> names() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(p -> p.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Deletes what nobody needs any more.
  ///
  /// @param before only what was last written before
  void sweep(Predicate<String> unneeded, Instant before) {
    try {
      for (String name : names()) {
        Instant written = Files.getLastModifiedTime(folder.resolve(name)).toInstant();
        if (unneeded.test(name) && written.isBefore(before)) {
          delete(name);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String name, int part, byte[] bytes) {
    try {
      Path target = Files.createDirectories(folder.resolve(name)).resolve(String.valueOf(part));
      long old = Files.exists(target) ? Files.size(target) : 0;
      Path coming = folder.resolve(name).resolve("coming");
      Files.write(coming, bytes);
      Files.move(coming, target, StandardCopyOption.ATOMIC_MOVE);
      usedBytes += bytes.length - old;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The parts that are there, with their lengths.
  NavigableMap<Integer, Long> parts(String name) {
    NavigableMap<Integer, Long> parts = new TreeMap<>();
    if (!Files.isDirectory(folder.resolve(name))) {
      return parts;
    }
    try (Stream<Path> all = Files.list(folder.resolve(name))) {
      for (Path part : (Iterable<Path>) all::iterator) {
        String number = part.getFileName().toString();
        if (!number.equals("coming")) {
          parts.put(Integer.valueOf(number), Files.size(part));
        }
      }
      return parts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String name) {
    return Files.isDirectory(folder.resolve(name));
  }

  void rename(String from, String to) {
    try {
      Files.move(folder.resolve(from), folder.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// At most `limit` bytes from the offset on; fewer at the end.
  byte[] read(String name, int partBytes, long offset, int limit) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(limit, 1 << 20));
    long at = offset;
    while (out.size() < limit) {
      Path part = folder.resolve(name).resolve(String.valueOf(at / partBytes));
      if (!Files.exists(part)) {
        break;
      }
      byte[] bytes = read(part, at % partBytes, limit - out.size());
      if (bytes.length == 0) {
        break;
      }
      out.writeBytes(bytes);
      at += bytes.length;
    }
    return out.toByteArray();
  }

  private static byte[] read(Path part, long from, int most) {
    try (RandomAccessFile file = new RandomAccessFile(part.toFile(), "r")) {
      long left = Math.max(0, file.length() - from);
      byte[] bytes = new byte[(int) Math.min(left, most)];
      file.seek(from);
      file.readFully(bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String name) {
    usedBytes -= bytes(name);
    if (!has(name)) {
      return;
    }
    try (Stream<Path> all = Files.list(folder.resolve(name))) {
      for (Path part : (Iterable<Path>) all::iterator) {
        Files.delete(part);
      }
      Files.delete(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long bytes(String name) {
    return parts(name).values().stream().mapToLong(Long::longValue).sum();
  }
}
