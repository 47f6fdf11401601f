package xyz.contentfactory.telegram.sandbox.world;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Files on their way in, part by part, and the contents they become. Parts belong to a person and
/// wait a day to be used. Call only inside [World#change].
///
/// The rules of the parts: https://core.telegram.org/api/files
public final class Uploads {

  public static final int MOST_PART_BYTES = 512 << 10;

  /// Without premium; times the longest part that is 2 GB.
  static final int MOST_PARTS = 4000;

  /// What is larger is uploaded as a big file, and its hash is not asked for.
  static final long MOST_SMALL_BYTES = 10 << 20;

  private static final int PART_UNIT_BYTES = 1024;
  private static final Duration WAITS = Duration.ofDays(1);

  /// A file as a client names it when all parts are there.
  ///
  /// @param md5 of the whole, in hexadecimal; null for a big file, and when the client says none
  public record Named(long fileId, int parts, boolean big, @Nullable String md5) {}

  private final FileDisk disk;
  private final Table<Content> contents;
  private final Table<Content> finished;

  Uploads(WorldStore store, FileDisk disk) {
    this.disk = disk;
    contents = store.table("files.contents", Content.class);
    finished = store.table("files.finished", Content.class);
  }

  /// Lets go of parts that nobody came back for, and of folders that a kill has left.
  void sweep(Instant now) {
    disk.sweep(name -> name.startsWith("upload-"), now.minus(WAITS));
    disk.sweep(name -> name.startsWith("content-") && isOrphan(name), Instant.MAX);
  }

  private boolean isOrphan(String folder) {
    return contents.all().noneMatch(c -> c.folder().equals(folder));
  }

  /// Keeps a part of a small file, or of a big one whose number of parts is said each time.
  public void keep(
      long personId, long fileId, int part, @Nullable Integer totalParts, byte[] bytes) {
    int most = totalParts == null ? MOST_PARTS : totalParts;
    if (totalParts != null && (totalParts < 1 || totalParts > MOST_PARTS)) {
      throw Refusal.bad("FILE_PARTS_INVALID");
    }
    if (part < 0 || part >= most) {
      throw Refusal.bad("FILE_PART_INVALID");
    }
    if (bytes.length == 0) {
      throw Refusal.bad("FILE_PART_EMPTY");
    }
    if (bytes.length > MOST_PART_BYTES) {
      throw Refusal.bad("FILE_PART_TOO_BIG");
    }
    if (totalParts != null && part < totalParts - 1 && !isPartSize(bytes.length)) {
      throw Refusal.bad("FILE_PART_SIZE_INVALID");
    }
    makeRoomFor(bytes.length);
    finished.remove(Table.key(personId) + name(fileId));
    disk.write(folder(personId, fileId), part, bytes);
  }

  private static boolean isPartSize(long bytes) {
    return bytes % PART_UNIT_BYTES == 0 && MOST_PART_BYTES % bytes == 0;
  }

  /// The oldest files go when the disk's share is used up.
  private void makeRoomFor(int bytes) {
    while (!disk.hasRoomFor(bytes)) {
      Iterator<Content> oldest = contents.all().iterator();
      if (!oldest.hasNext()) {
        throw Refusal.bad("FILE_PARTS_INVALID");
      }
      Content content = oldest.next();
      contents.remove(Table.key(content.id()));
      disk.delete(content.folder());
    }
  }

  private static String folder(long personId, long fileId) {
    return "upload-" + personId + "-" + name(fileId);
  }

  private static String name(long fileId) {
    return HexFormat.of().toHexDigits(fileId);
  }

  /// The content that the parts make; the same for a file that was named before.
  public Content finish(long personId, Named file) {
    String key = Table.key(personId) + name(file.fileId());
    Content before = finished.get(key);
    if (before != null && before.parts() == file.parts() && disk.has(before.folder())) {
      return before;
    }
    String folder = folder(personId, file.fileId());
    Content content = measured(folder, file);
    if (file.md5() != null && !file.md5().equalsIgnoreCase(md5(folder, content))) {
      throw Refusal.bad("MD5_CHECKSUM_INVALID");
    }
    disk.rename(folder, content.folder());
    contents.put(Table.key(content.id()), content);
    finished.put(key, content);
    return content;
  }

  private Content measured(String folder, Named file) {
    if (file.parts() < 1 || file.parts() > MOST_PARTS) {
      throw Refusal.bad("FILE_PARTS_INVALID");
    }
    NavigableMap<Integer, Long> parts = disk.parts(folder);
    for (int part = 0; part < file.parts(); part++) {
      if (!parts.containsKey(part)) {
        throw Refusal.bad("FILE_PART_%d_MISSING".formatted(part));
      }
    }
    long size = parts.firstEntry().getValue();
    long bytes = parts.values().stream().mapToLong(Long::longValue).sum();
    if (parts.size() > file.parts() || (!file.big() && bytes > MOST_SMALL_BYTES)) {
      throw Refusal.bad("FILE_PARTS_INVALID");
    }
    if (parts.size() > 1 && !areEqual(parts, size)) {
      throw Refusal.bad("FILE_PART_LENGTH_INVALID");
    }
    return new Content(nextId(), file.parts(), (int) size, bytes);
  }

  private static boolean areEqual(NavigableMap<Integer, Long> parts, long size) {
    Map.Entry<Integer, Long> last = parts.lastEntry();
    return isPartSize(size)
        && last.getValue() <= size
        && parts.headMap(last.getKey()).values().stream().allMatch(s -> s == size);
  }

  private String md5(String folder, Content content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      for (long at = 0; at < content.bytes(); at += content.partBytes()) {
        digest.update(disk.read(folder, content.partBytes(), at, content.partBytes()));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private long nextId() {
    return 1
        + contents.downFrom(Table.key(Long.MAX_VALUE), "/").findFirst().map(Content::id).orElse(0L);
  }

  /// Content that the sandbox makes itself.
  Content put(byte[] bytes) {
    makeRoomFor(bytes.length);
    Content content = new Content(nextId(), 1, Math.max(1, bytes.length), bytes.length);
    disk.delete(content.folder());
    disk.write(content.folder(), 0, bytes);
    contents.put(Table.key(content.id()), content);
    return content;
  }

  public Optional<Content> content(long id) {
    return Optional.ofNullable(contents.get(Table.key(id)));
  }

  public byte[] read(Content content, long offset, int limit) {
    return offset < 0 || offset >= content.bytes()
        ? new byte[0]
        : disk.read(content.folder(), content.partBytes(), offset, limit);
  }
}
