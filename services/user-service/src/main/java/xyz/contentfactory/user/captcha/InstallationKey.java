package xyz.contentfactory.user.captcha;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.HexFormat;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.kit.secret.Secret;

/// 256 random bits by name, made once for the installation and the same on all its nodes; stored
/// encrypted, bound to the name.
final class InstallationKey {
  private static final int BYTES = 32;

  private InstallationKey() {}

  static Secret open(
      String name,
      ServiceDatabase database,
      Keyring keyring,
      InstantSource clock,
      SecureRandom random) {
    byte[] place = Captcha.SEALED.placeOf(name);
    byte[] fresh = new byte[BYTES];
    random.nextBytes(fresh);
    database
        .sql()
        .sql(
            """
            insert into installation_keys (name, sealed, created_at)
            select :name, :sealed, :now
             where not exists (select 1 from installation_keys where name = :name)
                on conflict (name) do nothing
            """)
        .param("name", name)
        .param("sealed", keyring.encrypt(fresh, place))
        .param("now", Timestamp.from(clock.instant()))
        .update();
    byte[] sealed =
        database
            .sql()
            .sql("select sealed from installation_keys where name = :name")
            .param("name", name)
            .query((row, index) -> row.getBytes(1))
            .single();
    return Secret.of(HexFormat.of().formatHex(keyring.decrypt(sealed, place)));
  }
}
