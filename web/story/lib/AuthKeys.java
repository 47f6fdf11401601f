import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/// Prints the sandbox's own table of auth keys, one JSON object a line: the other side's view of
/// which key is logged in as whom. Reads a copy, so that the sandbox may be running.
class AuthKeys {

  public static void main(String[] words) throws Exception {
    Path copy = Files.createTempFile("world", ".mv");
    try {
      Files.copy(Path.of(words[0]), copy, StandardCopyOption.REPLACE_EXISTING);
      try (MVStore store = new MVStore.Builder().fileName(copy.toString()).readOnly().open()) {
        MVMap<String, String> keys = store.openMap("keys");
        keys.values().forEach(System.out::println);
      }
    } finally {
      Files.delete(copy);
    }
  }
}
