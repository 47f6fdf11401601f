package xyz.contentfactory.integration.proxy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.storage.Sealer;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.telegram.net.proxy.Proxy;

/// The table `account_proxies`.
public final class AccountProxies {
  private static final String TABLE = "account_proxies";
  private static final String PROXY = "proxy";

  private final JdbcClient sql;
  private final Sealer sealer;

  public AccountProxies(ServiceDatabase database, Keyring keyring) {
    this.sql = database.sql();
    this.sealer = new Sealer(keyring, TABLE);
  }

  public Optional<TestedProxy> find(UUID account) {
    return sql.sql("select * from account_proxies where account_id = :id")
        .param("id", account)
        .query((row, number) -> tested(account, row))
        .optional();
  }

  /// Null for an account that goes the straight way.
  public @Nullable Proxy of(UUID account) {
    return find(account).map(TestedProxy::proxy).orElse(null);
  }

  /// What the member's account with this number goes through, whatever its state; for a login that
  /// makes it anew.
  public Optional<TestedProxy> ofNumber(UUID member, String phoneHash) {
    return sql.sql(
            """
            select p.* from account_proxies p join telegram_sessions s on s.id = p.account_id
             where s.member_id = :member and s.phone_hash = :phone and s.state <> 'DISCONNECTED'
            """)
        .param("member", member)
        .param("phone", phoneHash)
        .query((row, number) -> tested(row.getObject("account_id", UUID.class), row))
        .optional();
  }

  /// What the member's account of this person or bot goes through, whatever its state.
  public Optional<TestedProxy> ofPerson(UUID member, long telegramUserId) {
    return sql.sql(
            """
            select p.* from account_proxies p join telegram_sessions s on s.id = p.account_id
             where s.member_id = :member and s.telegram_user_id = :user and s.state <> 'DISCONNECTED'
            """)
        .param("member", member)
        .param("user", telegramUserId)
        .query((row, number) -> tested(row.getObject("account_id", UUID.class), row))
        .optional();
  }

  private TestedProxy tested(UUID account, ResultSet row) throws SQLException {
    byte[] plain =
        Objects.requireNonNull(sealer.open(account, PROXY, row.getBytes("proxy_sealed")));
    return new TestedProxy(
        ProxyText.read(plain),
        SqlTime.read(row, "tested_at"),
        Duration.ofMillis(row.getLong("round_trip_millis")));
  }

  public void save(UUID account, TestedProxy proxy) {
    sql.sql(
            """
            insert into account_proxies (account_id, proxy_sealed, tested_at, round_trip_millis)
            values (:id, :proxy, :tested, :trip)
            on conflict (account_id) do update set proxy_sealed = excluded.proxy_sealed,
              tested_at = excluded.tested_at, round_trip_millis = excluded.round_trip_millis
            """)
        .param("id", account)
        .param("proxy", sealer.seal(account, PROXY, ProxyText.write(proxy.proxy())))
        .param("tested", SqlTime.of(proxy.testedAt()))
        .param("trip", proxy.roundTrip().toMillis())
        .update();
  }

  /// Also at the end of the account: nothing secret of it stays.
  ///
  /// @return false when there was none
  public boolean remove(UUID account) {
    return sql.sql("delete from account_proxies where account_id = :id")
            .param("id", account)
            .update()
        == 1;
  }
}
