package xyz.contentfactory.user.captcha;

import java.sql.Timestamp;
import java.time.Instant;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// Challenges that have been solved and shown, until they expire. In the database, so that one
/// shown to one copy of the service is known to all.
final class UsedCaptchas {
  private final ServiceDatabase database;

  UsedCaptchas(ServiceDatabase database) {
    this.database = database;
  }

  /// Whether this is its first use.
  boolean use(String challenge, Instant expiresAt, Instant now) {
    database
        .sql()
        .sql("delete from used_captchas where expires_at < :now")
        .param("now", Timestamp.from(now))
        .update();
    return database
            .sql()
            .sql(
                """
                insert into used_captchas (challenge, expires_at) values (:challenge, :expires)
                on conflict do nothing
                """)
            .param("challenge", challenge)
            .param("expires", Timestamp.from(expiresAt))
            .update()
        == 1;
  }
}
