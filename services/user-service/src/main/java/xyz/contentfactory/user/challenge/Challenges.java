package xyz.contentfactory.user.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.rotation.SealedColumn;
import xyz.contentfactory.kit.secret.Keyring;

/// What a first request left for a second one: by an opaque id of 256 random bits that only the
/// client has (here lies its SHA-256), for a few minutes, to be used once.
public final class Challenges {
  /// PostgreSQL says a `bytea` as `\x` and digits.
  public static final SealedColumn SEALED =
      new SealedColumn(
          "challenges",
          "content_sealed",
          "id_hash",
          "bytea",
          hash -> "users.challenges.content_sealed/" + hash.substring("\\x".length()));

  private static final int ID_BYTES = 32;
  private static final int LONGEST_ID = 64;
  private static final int MOST_TRIES = 5;

  private final ServiceDatabase database;
  private final Keyring keyring;
  private final InstantSource clock;
  private final SecureRandom random;

  public Challenges(
      ServiceDatabase database, Keyring keyring, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.keyring = keyring;
    this.clock = clock;
    this.random = random;
  }

  /// What the challenge is for; one cannot be used for another purpose.
  public enum Purpose {
    SECOND_FACTOR(Duration.ofMinutes(5)),
    PASSKEY_SIGN_IN(Duration.ofMinutes(5)),
    PASSKEY_REGISTRATION(Duration.ofMinutes(5)),
    OIDC_SIGN_IN(Duration.ofMinutes(10)),
    OIDC_LINK(Duration.ofMinutes(10)),
    OIDC_PROOF(Duration.ofMinutes(10));

    private final Duration life;

    Purpose(Duration life) {
      this.life = life;
    }
  }

  /// What was left.
  public record Begun(@Nullable UUID memberId, String content) {
    @Override
    public String toString() {
      return "Begun[" + memberId + "]";
    }
  }

  /// Leaves something and answers the id to find it by.
  ///
  /// @param content kept encrypted
  public String begin(Purpose purpose, @Nullable UUID memberId, String content) {
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    byte[] hash = hash(id);
    Instant now = clock.instant();
    database
        .sql()
        .sql("delete from challenges where expires_at < :now")
        .param("now", Timestamp.from(now))
        .update();
    database
        .sql()
        .sql(
            """
            insert into challenges (id_hash, purpose, member_id, content_sealed, expires_at)
            values (:hash, :purpose, :member, :content, :expires)
            """)
        .param("hash", hash)
        .param("purpose", purpose.name())
        .param("member", memberId)
        .param("content", keyring.encrypt(content.getBytes(StandardCharsets.UTF_8), placeOf(hash)))
        .param("expires", Timestamp.from(now.plus(purpose.life)))
        .update();
    return id;
  }

  /// What was left, with one of its five tries used up; the challenge stays until `finish`.
  public Optional<Begun> attempt(Purpose purpose, String id) {
    if (id.length() > LONGEST_ID) {
      return Optional.empty();
    }
    byte[] hash = hash(id);
    return database
        .sql()
        .sql(
            """
            update challenges set tries = tries + 1
             where id_hash = :hash and purpose = :purpose and expires_at > :now and tries < :most
            returning member_id, content_sealed
            """)
        .param("hash", hash)
        .param("purpose", purpose.name())
        .param("now", Timestamp.from(clock.instant()))
        .param("most", MOST_TRIES)
        .query((row, index) ->
            begun(row.getObject("member_id", UUID.class), row.getBytes("content_sealed"), hash))
        .optional();
  }

  /// What was left, for this one time.
  public Optional<Begun> take(Purpose purpose, String id) {
    return attempt(purpose, id).filter(begun -> finish(id));
  }

  /// Uses the challenge up; false when somebody else did so in the meantime.
  public boolean finish(String id) {
    return database
            .sql()
            .sql("delete from challenges where id_hash = :hash")
            .param("hash", hash(id))
            .update()
        > 0;
  }

  private Begun begun(@Nullable UUID memberId, byte[] sealed, byte[] hash) {
    return new Begun(
        memberId, new String(keyring.decrypt(sealed, placeOf(hash)), StandardCharsets.UTF_8));
  }

  private static byte[] placeOf(byte[] hash) {
    return SEALED.placeOf("\\x" + HexFormat.of().formatHex(hash));
  }

  private static byte[] hash(String id) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
