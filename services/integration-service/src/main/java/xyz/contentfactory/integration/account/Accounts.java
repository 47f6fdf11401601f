package xyz.contentfactory.integration.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.storage.Sealer;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.TelegramUser;

/// The table `telegram_sessions`. What the owner of an account writes, it writes inside a
/// transaction of its claim.
public final class Accounts {
  private static final int MOST_OF_ALL = 500;
  static final String TABLE = "telegram_sessions";
  static final String LOGIN = "stored_login";

  private final JdbcClient sql;
  private final Sealer sealer;
  private final InstantSource clock;

  public Accounts(ServiceDatabase database, Keyring keyring, InstantSource clock) {
    this.sql = database.sql();
    this.sealer = new Sealer(keyring, TABLE);
    this.clock = clock;
  }

  public List<Account> ofMember(UUID member) {
    return sql.sql(
            """
            select * from telegram_sessions
             where member_id = :member and state <> 'DISCONNECTED' order by connected_at, id
            """)
        .param("member", member)
        .query((row, number) -> account(row))
        .list();
  }

  /// Everybody's, at most 500: those that need somebody come first.
  public List<Account> ofAll() {
    return sql.sql(
            """
            select * from telegram_sessions where state <> 'DISCONNECTED'
             order by shown_state in ('CONNECTED', 'CONNECTING', 'PAUSED'), connected_at, id limit :most
            """)
        .param("most", MOST_OF_ALL)
        .query((row, number) -> account(row))
        .list();
  }

  /// Empty for another member's account, too.
  public Optional<Account> find(UUID member, UUID id) {
    return sql.sql(
            """
            select * from telegram_sessions
             where id = :id and member_id = :member and state <> 'DISCONNECTED'
            """)
        .param("id", id)
        .param("member", member)
        .query((row, number) -> account(row))
        .optional();
  }

  /// The member has this number connected, and it needs no new login.
  public boolean isConnected(UUID member, String phoneHash) {
    return sql.sql(
            """
            select exists (select 1 from telegram_sessions
             where member_id = :member and phone_hash = :phone
               and state not in ('DISCONNECTED', 'NEEDS_LOGIN', 'BANNED'))
            """)
        .param("member", member)
        .param("phone", phoneHash)
        .query(Boolean.class)
        .single();
  }

  /// Whose logins hold, so that nobody connects them a second time.
  public List<Long> telegramIds(UUID member) {
    return sql.sql(
            """
            select telegram_user_id from telegram_sessions
             where member_id = :member and state not in ('DISCONNECTED', 'NEEDS_LOGIN', 'BANNED')
             order by connected_at desc limit 30
            """)
        .param("member", member)
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /// Writes a finished login down: as a new account, or as the new login of one that needed it (it
  /// keeps its id, its channels and its deliveries).
  ///
  /// @return empty when this person is connected already
  public Optional<UUID> connect(SignedInPerson person) {
    Optional<Known> known = known(person);
    if (known.isPresent() && known.get().state().isAlive()) {
      return Optional.empty();
    }
    UUID id = known.map(Known::id).orElseGet(UUID::randomUUID);
    int rows = known.isPresent() ? renew(id, person) : insert(id, person);
    return rows == 1 ? Optional.of(id) : Optional.empty();
  }

  /// The account that another person had under this number, when it needs a login: its posts and
  /// channels are not for the one who comes now.
  public Optional<UUID> formerOwner(SignedInPerson person) {
    return sql.sql(
            """
            select id from telegram_sessions
             where member_id = :member and phone_hash = :phone::text and telegram_user_id <> :user
               and state in ('NEEDS_LOGIN', 'BANNED') for update
            """)
        .param("member", person.memberId())
        .param("phone", person.phoneHash())
        .param("user", person.user().id())
        .query(UUID.class)
        .optional();
  }

  private record Known(UUID id, AccountState state) {}

  private Optional<Known> known(SignedInPerson person) {
    return sql.sql(
            """
            select id, state from telegram_sessions
             where member_id = :member and state <> 'DISCONNECTED'
               and (telegram_user_id = :user or phone_hash = :phone::text)
             order by telegram_user_id = :user desc limit 1 for update
            """)
        .param("member", person.memberId())
        .param("user", person.user().id())
        .param("phone", person.phoneHash())
        .query((row, number) ->
            new Known(
                row.getObject("id", UUID.class), AccountState.valueOf(row.getString("state"))))
        .optional();
  }

  private int insert(UUID id, SignedInPerson person) {
    return written(
        id,
        person,
        """
        insert into telegram_sessions (id, member_id, kind, state, stored_login_sealed, phone_masked, phone_hash,
          telegram_user_id, name, username, dc, connected_at, state_since, auth_key_id)
        values (:id, :member, :kind, 'CONNECTING', :login, :masked, :phone, :user, :name, :username, :dc, :now, :now, :key)
        on conflict do nothing
        """);
  }

  private int renew(UUID id, SignedInPerson person) {
    return written(
        id,
        person,
        """
        update telegram_sessions
           set kind = :kind, state = 'CONNECTING', state_until = null, state_reason = null, state_since = :now,
               paused_at = null, stored_login_sealed = :login,
               phone_masked = :masked, phone_hash = :phone, telegram_user_id = :user, name = :name,
               username = :username, dc = :dc, connected_at = :now, auth_key_id = :key
         where id = :id and member_id = :member
        """);
  }

  private int written(UUID id, SignedInPerson person, String statement) {
    TelegramUser user = person.user();
    return sql.sql(statement)
        .param("id", id)
        .param("member", person.memberId())
        .param("kind", person.kind().name())
        .param("login", sealer.seal(id, LOGIN, person.login().toBytes()))
        .param("masked", person.phoneMasked())
        .param("phone", person.phoneHash())
        .param("user", user.id())
        .param("name", user.displayName())
        .param("username", user.username())
        .param("dc", person.login().homeDc())
        .param("now", SqlTime.of(clock.instant()))
        .param("key", person.login().homeKeyId())
        .update();
  }

  /// Empty once it is disconnected.
  public Optional<AccountState> stateOf(UUID id) {
    return sql.sql(
            "select shown_state from telegram_sessions where id = :id and state <> 'DISCONNECTED'")
        .param("id", id)
        .query(String.class)
        .optional()
        .map(AccountState::valueOf);
  }

  /// Whose account it is; empty once it is disconnected.
  public Optional<UUID> memberOf(UUID id) {
    return sql.sql(
            "select member_id from telegram_sessions where id = :id and state <> 'DISCONNECTED'")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  /// Accounts that somebody should hold and, as the leases say, nobody does; the one longest alone
  /// comes first, so that some that fail again and again hide nobody.
  public List<UUID> unheld(int most) {
    return sql.sql(
            """
            select s.id from telegram_sessions s left join leases l on l.name = 'account/' || s.id
             where s.state not in ('DISCONNECTED', 'NEEDS_LOGIN', 'BANNED') and s.paused_at is null
               and (l.name is null or l.expires_at <= clock_timestamp())
             order by l.expires_at nulls first limit :most
            """)
        .param("most", most)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /// The owner's first read; marks the row with the owner's epoch.
  public Optional<HeldAccount> take(UUID id, long epoch) {
    return take(id, epoch, false);
  }

  /// The same for a paused one, by who wants to end it.
  public Optional<HeldAccount> takePaused(UUID id, long epoch) {
    return take(id, epoch, true);
  }

  private Optional<HeldAccount> take(UUID id, long epoch, boolean paused) {
    return sql.sql(
            """
            update telegram_sessions set epoch = :epoch
             where id = :id and state not in ('DISCONNECTED', 'NEEDS_LOGIN', 'BANNED')
               and (paused_at is not null) = :paused
            returning *
            """)
        .param("id", id)
        .param("epoch", epoch)
        .param("paused", paused)
        .query((row, number) -> held(row))
        .optional();
  }

  public void saveLogin(UUID id, StoredLogin login) {
    sql.sql(
            """
            update telegram_sessions set stored_login_sealed = :login, dc = :dc, auth_key_id = :key
             where id = :id
            """)
        .param("login", sealer.seal(id, LOGIN, login.toBytes()))
        .param("key", login.homeKeyId())
        .param("dc", login.homeDc())
        .param("id", id)
        .update();
  }

  public void savePerson(UUID id, TelegramUser user) {
    sql.sql("update telegram_sessions set name = :name, username = :username where id = :id")
        .param("name", user.displayName())
        .param("username", user.username())
        .param("id", id)
        .update();
  }

  public Account changeState(UUID id, StateChange change) {
    Instant now = clock.instant();
    return sql.sql(
            """
            update telegram_sessions
               set state = :state, state_until = :until, state_reason = :reason,
                   state_since = case when state = :state then state_since else :now end,
                   last_seen_at = case when :state = 'CONNECTED' then :now else last_seen_at end
             where id = :id returning *
            """)
        .param("state", change.state().name())
        .param("until", SqlTime.ofNullable(change.until()))
        .param("reason", change.reason())
        .param("now", SqlTime.of(now))
        .param("id", id)
        .query((row, number) -> account(row))
        .single();
  }

  /// What the member has under the same Telegram person or number as this account of somebody else.
  public List<Account> sameAs(UUID id, UUID member) {
    return sql.sql(
            """
            select other.* from telegram_sessions s join telegram_sessions other
                on other.telegram_user_id = s.telegram_user_id or other.phone_hash = s.phone_hash
             where s.id = :id and other.id <> s.id and other.member_id = :member
               and other.state <> 'DISCONNECTED'
            """)
        .param("id", id)
        .param("member", member)
        .query((row, number) -> account(row))
        .list();
  }

  /// From now on it is this member's.
  public void handOver(UUID id, UUID heir) {
    sql.sql("update telegram_sessions set member_id = :heir where id = :id")
        .param("heir", heir)
        .param("id", id)
        .update();
  }

  /// What Telegram has asked for stays as it is beneath the pause.
  ///
  /// @return empty when there is nothing to pause
  public Optional<Account> pause(UUID id) {
    return sql.sql(
            """
            update telegram_sessions
               set paused_at = :now, state = case when state in ('CONNECTED', 'PROXY_FAILED') then 'CONNECTING' else state end
             where id = :id and paused_at is null and state not in ('DISCONNECTED', 'NEEDS_LOGIN', 'BANNED')
            returning *
            """)
        .param("now", SqlTime.of(clock.instant()))
        .param("id", id)
        .query((row, number) -> account(row))
        .optional();
  }

  /// The pause is over.
  ///
  /// @return empty when it was not paused
  public Optional<Account> resume(UUID id) {
    return sql.sql(
            """
            update telegram_sessions set paused_at = null, state_since = :now
             where id = :id and paused_at is not null and state <> 'DISCONNECTED'
            returning *
            """)
        .param("now", SqlTime.of(clock.instant()))
        .param("id", id)
        .query((row, number) -> account(row))
        .optional();
  }

  /// Erases what is secret; the row stays, because deliveries point to it.
  public void disconnect(UUID id) {
    sql.sql("update telegram_bots set token_sealed = null where account_id = :id")
        .param("id", id)
        .update();
    sql.sql("delete from account_proxies where account_id = :id").param("id", id).update();
    sql.sql(
            """
            update telegram_sessions
               set state = 'DISCONNECTED', state_until = null, state_reason = null, stored_login_sealed = null
             where id = :id
            """)
        .param("id", id)
        .update();
  }

  private HeldAccount held(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    byte[] login =
        Objects.requireNonNull(sealer.open(id, LOGIN, row.getBytes("stored_login_sealed")));
    return new HeldAccount(
        id,
        row.getObject("member_id", UUID.class),
        AccountKind.valueOf(row.getString("kind")),
        AccountState.valueOf(row.getString("state")),
        SqlTime.readNullable(row, "state_until"),
        StoredLogin.fromBytes(login));
  }

  private static Instant since(ResultSet row) throws SQLException {
    Instant paused = SqlTime.readNullable(row, "paused_at");
    return paused == null ? SqlTime.read(row, "state_since") : paused;
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getObject("id", UUID.class),
        row.getObject("member_id", UUID.class),
        AccountKind.valueOf(row.getString("kind")),
        AccountState.valueOf(row.getString("shown_state")),
        SqlTime.readNullable(row, "state_until"),
        row.getString("state_reason"),
        since(row),
        row.getString("name"),
        row.getString("username"),
        row.getString("phone_masked"),
        Long.toString(row.getLong("telegram_user_id")),
        row.getInt("dc"),
        SqlTime.read(row, "connected_at"),
        SqlTime.readNullable(row, "last_seen_at"));
  }
}
