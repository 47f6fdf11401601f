package xyz.contentfactory.standalone.postgres;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/// The passwords of this cluster's roles, generated here and kept in a file that only its owner
/// reads.
final class Passwords {

  private static final int RANDOM_BYTES = 24;

  private final Path file;
  private final Properties known = new Properties();

  private Passwords(Path file) {
    this.file = file;
  }

  static Passwords in(Path folder) throws IOException {
    Passwords passwords = new Passwords(folder.resolve("passwords"));
    if (Files.exists(passwords.file)) {
      try (var reader = Files.newBufferedReader(passwords.file)) {
        passwords.known.load(reader);
      }
    }
    return passwords;
  }

  /// The role's password; the first question makes it and writes it down before answering.
  String of(String role) throws IOException {
    String password = known.getProperty(role);
    if (password == null) {
      byte[] random = new byte[RANDOM_BYTES];
      new SecureRandom().nextBytes(random);
      password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      known.setProperty(role, password);
      write();
    }
    return password;
  }

  private void write() throws IOException {
    StringWriter text = new StringWriter();
    known.store(text, "made by the all-in-one; without them the database cannot be opened");
    Path next = file.resolveSibling("passwords.next");
    Files.deleteIfExists(next);
    writeOwnerOnly(next, text.toString());
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  static void writeOwnerOnly(Path file, String text) throws IOException {
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel = Files.newByteChannel(file, Set.of(CREATE_NEW, WRITE, DSYNC), ownerOnly)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }
}
