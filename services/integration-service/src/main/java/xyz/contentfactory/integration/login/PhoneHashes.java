package xyz.contentfactory.integration.login;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import xyz.contentfactory.integration.storage.Sealer;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.telegram.client.PhoneNumber;

/// Hashes of phone numbers under a key of this installation: equal numbers are found, but a dump of
/// the database does not give the numbers away.
public final class PhoneHashes {
  private static final String NAME = "phone-hash";
  private static final UUID ROW = Sealer.rowOf(NAME);
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  private PhoneHashes(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /// Reads the key, or makes it once.
  public static PhoneHashes open(ServiceDatabase database, Keyring keyring, InstantSource clock) {
    Sealer sealer = new Sealer(keyring, "integration_keys");
    byte[] fresh = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(fresh);
    database
        .sql()
        .sql(
            """
            insert into integration_keys (name, value_sealed, created_at) values (:name, :value, :now)
            on conflict do nothing
            """)
        .param("name", NAME)
        .param("value", sealer.seal(ROW, NAME, fresh))
        .param("now", SqlTime.of(clock.instant()))
        .update();
    byte[] stored =
        database
            .sql()
            .sql("select value_sealed from integration_keys where name = :name")
            .param("name", NAME)
            .query((row, n) -> row.getBytes(1))
            .single();
    return new PhoneHashes(Objects.requireNonNull(sealer.open(ROW, NAME, stored)));
  }

  public String of(PhoneNumber phone) {
    return ofText(phone.digits());
  }

  /// Of a text in which numbers stand.
  public String ofText(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
