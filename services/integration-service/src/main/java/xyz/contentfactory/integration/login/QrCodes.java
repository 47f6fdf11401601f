package xyz.contentfactory.integration.login;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.storage.Sealer;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.telegram.client.LoginStep;

/// The logins by QR code in the table `telegram_logins`.
public final class QrCodes {
  static final String LINK = "qr_link";

  private final JdbcClient sql;
  private final Sealer sealer;
  private final InstantSource clock;
  private final Duration patience;

  /// The QR codes of this service's schema.
  ///
  /// @param patience how long a code is shown anew before the login expires
  public QrCodes(
      ServiceDatabase database, Keyring keyring, InstantSource clock, Duration patience) {
    this.sql = database.sql();
    this.sealer = new Sealer(keyring, Logins.TABLE);
    this.clock = clock;
    this.patience = patience;
  }

  UUID create(UUID member) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    sql.sql(
            """
            insert into telegram_logins (id, member_id, method, step, phone_masked, created_at, expires_at)
            values (:id, :member, 'QR', 'STARTING', '', :now, :expires)
            """)
        .param("id", id)
        .param("member", member)
        .param("now", SqlTime.of(now))
        .param("expires", SqlTime.of(now.plus(patience)))
        .update();
    return id;
  }

  /// A code is to be seen; the login's own end stays where it is.
  ///
  /// @return false when the login has ended meanwhile
  boolean shown(UUID id, LoginStep.QrShown shown) {
    return sql.sql(
                """
                update telegram_logins set step = 'QR_SHOWN', qr_link_sealed = :link, qr_expires_at = :expires
                 where id = :id and step in ('STARTING', 'QR_SHOWN')
                """)
            .param("link", sealer.seal(id, LINK, shown.token().link()))
            .param("expires", SqlTime.of(shown.expiresAt()))
            .param("id", id)
            .update()
        == 1;
  }

  boolean isShown(UUID id) {
    return sql.sql(
            "select exists (select 1 from telegram_logins where id = :id and step = 'QR_SHOWN')")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /// The newest code of the member that is to be seen.
  Optional<UUID> newest(UUID member) {
    return sql.sql(
            """
            select id from telegram_logins
             where member_id = :member and step = 'QR_SHOWN' and expires_at > :now
             order by created_at desc limit 1
            """)
        .param("member", member)
        .param("now", SqlTime.of(clock.instant()))
        .query(UUID.class)
        .optional();
  }

  /// Codes that, as the leases say, nobody watches.
  List<UUID> unwatched(int most) {
    return sql.sql(
            """
            select g.id from telegram_logins g left join leases l on l.name = 'login/' || g.id
             where g.step = 'QR_SHOWN' and g.expires_at > :now
               and (l.name is null or l.expires_at <= clock_timestamp())
             limit :most
            """)
        .param("now", SqlTime.of(clock.instant()))
        .param("most", most)
        .query((row, number) -> row.getObject(1, UUID.class))
        .list();
  }
}
