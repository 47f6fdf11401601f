package xyz.contentfactory.telegram.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/// Takes the few files that matter out of a zip, folder by folder. What a zip may unpack to is
/// bounded, whatever it says of itself.
final class TdataZip {
  private static final Pattern WANTED = Pattern.compile("(key_data|[0-9A-F]{16})[s01]");
  private static final int MOST_ENTRIES = 20_000;
  private static final int MOST_FOLDERS = 100;
  private static final int LARGEST_FILE = 1 << 20;
  private static final long MOST_BYTES = 64L << 20;

  private final ZipInputStream zip;
  private final byte[] buffer = new byte[8192];
  private long unpacked;

  private TdataZip(byte[] bytes) {
    zip = new ZipInputStream(new ByteArrayInputStream(bytes));
  }

  /// The folders that have a `key_datas`.
  static Collection<Map<String, byte[]>> folders(byte[] bytes) {
    try {
      return new TdataZip(bytes).read();
    } catch (UnreadableLogin ours) {
      throw ours;
    } catch (IOException | IllegalArgumentException broken) {
      // the JDK throws the latter at names that are no text
      throw new UnreadableLogin("not a whole zip");
    }
  }

  private Collection<Map<String, byte[]>> read() throws IOException {
    var folders = new TreeMap<String, Map<String, byte[]>>();
    var entries = 0;
    for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (++entries > MOST_ENTRIES) {
        throw tooLarge();
      }
      var path = entry.getName().replace('\\', '/');
      var slash = path.lastIndexOf('/');
      var wanted = WANTED.matcher(path.substring(slash + 1)).matches();
      var content = unpack(wanted);
      if (wanted) {
        folders
            .computeIfAbsent(path.substring(0, slash + 1), folder -> new HashMap<>())
            .put(path.substring(slash + 1), content);
      }
    }
    folders.values().removeIf(files -> files.keySet().stream().noneMatch(TdataZip::isKeyFile));
    if (folders.isEmpty()) {
      throw new UnreadableLogin("there is no key_datas in the zip");
    }
    if (folders.size() > MOST_FOLDERS) {
      throw tooLarge();
    }
    return folders.values();
  }

  private static boolean isKeyFile(String name) {
    return name.startsWith("key_data");
  }

  private byte[] unpack(boolean wanted) throws IOException {
    var content = new ByteArrayOutputStream();
    for (var count = zip.read(buffer); count >= 0; count = zip.read(buffer)) {
      unpacked += count;
      if (unpacked > MOST_BYTES) {
        throw tooLarge();
      }
      if (wanted) {
        content.write(buffer, 0, count);
        if (content.size() > LARGEST_FILE) {
          throw tooLarge();
        }
      }
    }
    return content.toByteArray();
  }

  private static UnreadableLogin tooLarge() {
    return new UnreadableLogin("the zip unpacks to more than a tdata folder's keys need");
  }
}
