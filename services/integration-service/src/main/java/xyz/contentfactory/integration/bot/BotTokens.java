package xyz.contentfactory.integration.bot;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.storage.Sealer;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.telegram.client.BotToken;

/// The table `telegram_bots`: the sealed token of each bot's account.
public final class BotTokens {
  private static final String TOKEN = "token";

  private final JdbcClient sql;
  private final Sealer sealer;
  private final InstantSource clock;

  public BotTokens(ServiceDatabase database, Keyring keyring, InstantSource clock) {
    this.sql = database.sql();
    this.sealer = new Sealer(keyring, "telegram_bots");
    this.clock = clock;
  }

  /// In place of an older one of the same bot.
  void keep(UUID account, BotToken token) {
    sql.sql(
            """
            insert into telegram_bots (account_id, bot_id, token_sealed, added_at)
            values (:account, :bot, :token, :now)
            on conflict (account_id) do update
               set token_sealed = excluded.token_sealed, added_at = excluded.added_at
            """)
        .param("account", account)
        .param("bot", token.botId())
        .param("token", sealer.seal(account, TOKEN, token.value()))
        .param("now", SqlTime.of(clock.instant()))
        .update();
  }
}
