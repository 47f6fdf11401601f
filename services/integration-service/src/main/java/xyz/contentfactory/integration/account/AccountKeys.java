package xyz.contentfactory.integration.account;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.storage.Sealer;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.telegram.client.StoredLogin;

/// The keys that living accounts log in with, for those who bring one in or take one out.
public final class AccountKeys {
  private final JdbcClient sql;
  private final Sealer sealer;

  public AccountKeys(ServiceDatabase database, Keyring keyring) {
    this.sql = database.sql();
    this.sealer = new Sealer(keyring, Accounts.TABLE);
  }

  /// Some living account, whoever's, has this key: used a second time it would be lost.
  public boolean isInUse(long keyId) {
    return sql.sql(
            """
            select exists (select 1 from telegram_sessions
             where auth_key_id = :key and state not in ('DISCONNECTED', 'NEEDS_LOGIN', 'BANNED'))
            """)
        .param("key", keyId)
        .query(Boolean.class)
        .single();
  }

  /// Empty when the login does not hold any more.
  public Optional<StoredLogin> login(UUID account) {
    return sql.sql(
            """
            select stored_login_sealed from telegram_sessions
             where id = :id and state not in ('DISCONNECTED', 'NEEDS_LOGIN', 'BANNED')
            """)
        .param("id", account)
        .query((row, number) ->
            Objects.requireNonNull(sealer.open(account, Accounts.LOGIN, row.getBytes(1))))
        .optional()
        .map(StoredLogin::fromBytes);
  }
}
