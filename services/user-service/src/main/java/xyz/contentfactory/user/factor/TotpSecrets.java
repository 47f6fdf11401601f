package xyz.contentfactory.user.factor;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.rotation.SealedColumn;
import xyz.contentfactory.kit.secret.Keyring;

/// The secrets shared with members' authenticator apps, encrypted, in the table `totp_secrets`. One
/// counts only once a code of it has confirmed it.
public final class TotpSecrets {
  public static final SealedColumn SEALED =
      SealedColumn.bound("users", "totp_secrets", "secret_sealed", "member_id", "uuid");

  private final ServiceDatabase database;
  private final Keyring keyring;
  private final InstantSource clock;
  private final SecureRandom random;

  public TotpSecrets(
      ServiceDatabase database, Keyring keyring, InstantSource clock, SecureRandom random) {
    this.database = database;
    this.keyring = keyring;
    this.clock = clock;
    this.random = random;
  }

  public boolean isOn(UUID memberId) {
    return database
        .sql()
        .sql(
            """
            select exists (select 1 from totp_secrets
                            where member_id = :member and confirmed_at is not null)
            """)
        .param("member", memberId)
        .query(Boolean.class)
        .single();
  }

  /// A new secret to be confirmed; empty when one is on already.
  Optional<byte[]> begin(UUID memberId) {
    byte[] secret = new byte[Totp.SECRET_BYTES];
    random.nextBytes(secret);
    int rows =
        database
            .sql()
            .sql(
                """
                insert into totp_secrets as s (member_id, secret_sealed, created_at)
                values (:member, :secret, :now)
                on conflict (member_id) do update
                   set secret_sealed = excluded.secret_sealed, last_step = 0,
                       created_at = excluded.created_at
                 where s.confirmed_at is null
                """)
            .param("member", memberId)
            .param("secret", keyring.encrypt(secret, placeOf(memberId)))
            .param("now", Timestamp.from(clock.instant()))
            .update();
    return rows == 0 ? Optional.empty() : Optional.of(secret);
  }

  /// Whether the code is right and its secret now on.
  boolean confirm(UUID memberId, String code) {
    return accept(memberId, code, "confirmed_at is null");
  }

  /// Whether the code is right and was not used before.
  boolean accept(UUID memberId, String code) {
    return accept(memberId, code, "confirmed_at is not null");
  }

  private boolean accept(UUID memberId, String code, String state) {
    Instant now = clock.instant();
    OptionalLong step =
        secret(memberId, state)
            .map(secret -> Totp.stepOf(secret, code, now))
            .orElse(OptionalLong.empty());
    return step.isPresent()
        && database
                .sql()
                .sql(
                    "update totp_secrets set last_step = :step,"
                        + " confirmed_at = coalesce(confirmed_at, :now)"
                        + " where member_id = :member and last_step < :step and "
                        + state)
                .param("step", step.getAsLong())
                .param("now", Timestamp.from(now))
                .param("member", memberId)
                .update()
            > 0;
  }

  private Optional<byte[]> secret(UUID memberId, String state) {
    return database
        .sql()
        .sql("select secret_sealed from totp_secrets where member_id = :member and " + state)
        .param("member", memberId)
        .query((row, index) -> keyring.decrypt(row.getBytes(1), placeOf(memberId)))
        .optional();
  }

  boolean remove(UUID memberId) {
    return database
            .sql()
            .sql("delete from totp_secrets where member_id = :member")
            .param("member", memberId)
            .update()
        > 0;
  }

  private static byte[] placeOf(UUID memberId) {
    return SEALED.placeOf(memberId.toString());
  }
}
