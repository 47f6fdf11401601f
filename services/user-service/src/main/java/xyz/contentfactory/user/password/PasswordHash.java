package xyz.contentfactory.user.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import xyz.contentfactory.kit.secret.Secret;

/// One Argon2id hash in the PHC text form `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, so that each hash
/// carries the cost it was made with.
final class PasswordHash {
  static final int SALT_BYTES = 16;
  static final int HASH_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,8}),t=(\\d{1,4}),p=(\\d{1,3})\\$([\\w+/-]+)\\$([\\w+/-]+)");

  private final int memoryKib;
  private final int iterations;
  private final int parallelism;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int memoryKib, int iterations, int parallelism, byte[] salt, byte[] hash) {
    this.memoryKib = memoryKib;
    this.iterations = iterations;
    this.parallelism = parallelism;
    this.salt = salt;
    this.hash = hash;
  }

  /// A hash under the given cost that belongs to no password; `hash` is random bytes.
  static PasswordHash ofNobody(Argon2Cost cost, byte[] salt, byte[] hash) {
    return new PasswordHash(cost.memoryKib(), cost.iterations(), cost.parallelism(), salt, hash);
  }

  static PasswordHash compute(Argon2Cost cost, byte[] salt, Secret password) {
    PasswordHash empty = ofNobody(cost, salt, new byte[HASH_BYTES]);
    return ofNobody(cost, salt, empty.derive(password));
  }

  static PasswordHash parse(String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not an Argon2id hash");
    }
    return new PasswordHash(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)),
        Base64.getDecoder().decode(parts.group(4)),
        Base64.getDecoder().decode(parts.group(5)));
  }

  /// Whether it was made at another cost than the one asked for now.
  boolean differsFrom(Argon2Cost cost) {
    return memoryKib != cost.memoryKib()
        || iterations != cost.iterations()
        || parallelism != cost.parallelism();
  }

  boolean matches(Secret password) {
    return MessageDigest.isEqual(hash, derive(password));
  }

  /// The same password typed on another keyboard may come in another Unicode form, hence NFC.
  private byte[] derive(Secret password) {
    byte[] text =
        Normalizer.normalize(password.reveal(), Normalizer.Form.NFC)
            .getBytes(StandardCharsets.UTF_8);
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(iterations)
            .withParallelism(parallelism)
            .withSalt(salt)
            .build());
    byte[] result = new byte[hash.length];
    argon2.generateBytes(text, result);
    return result;
  }

  String toPhc() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            memoryKib,
            iterations,
            parallelism,
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  @Override
  public String toString() {
    return "PasswordHash(hidden)";
  }
}
