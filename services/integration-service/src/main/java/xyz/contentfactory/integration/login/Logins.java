package xyz.contentfactory.integration.login;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.proxy.ProxyText;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.integration.storage.Sealer;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.telegram.client.DeliveredVia;
import xyz.contentfactory.telegram.client.LoginStep;
import xyz.contentfactory.telegram.client.PhoneNumber;
import xyz.contentfactory.telegram.client.StoredLogin;

/// The table `telegram_logins`. What is secret is sealed while the login is open and erased at its
/// end.
public final class Logins {
  static final String TABLE = "telegram_logins";

  /// Each makes Telegram send a code to somebody's phone, or keeps a connection.
  private static final int OPEN_LOGINS = 5;

  private static final String PHONE = "phone";
  private static final String STORED = "stored_login";
  private static final String CODE_HASH = "code_hash";
  private static final String HINT = "password_hint";
  private static final String PROXY = "proxy";

  private final JdbcClient sql;
  private final Sealer sealer;
  private final InstantSource clock;
  private final Duration patience;

  /// The logins of this service's schema.
  ///
  /// @param patience how long a login may be left alone before it expires
  public Logins(ServiceDatabase database, Keyring keyring, InstantSource clock, Duration patience) {
    this.sql = database.sql();
    this.sealer = new Sealer(keyring, TABLE);
    this.clock = clock;
    this.patience = patience;
  }

  UUID create(UUID member, PhoneNumber phone, String phoneHash, @Nullable UUID batch) {
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    sql.sql(
            """
            insert into telegram_logins (id, member_id, step, phone_masked, phone_hash, phone_sealed, batch_id, created_at, expires_at)
            values (:id, :member, 'STARTING', :masked, :hash, :phone, :batch, :now, :expires)
            """)
        .param("id", id)
        .param("member", member)
        .param("masked", phone.masked())
        .param("hash", phoneHash)
        .param("phone", sealer.seal(id, PHONE, phone.digits()))
        .param("batch", batch)
        .param("now", SqlTime.of(now))
        .param("expires", SqlTime.of(now.plus(patience)))
        .update();
    return id;
  }

  /// Before anything is asked of Telegram.
  void saveProxy(UUID id, TestedProxy proxy) {
    sql.sql(
            """
            update telegram_logins set proxy_sealed = :proxy, proxy_round_trip_millis = :trip
             where id = :id
            """)
        .param("proxy", sealer.seal(id, PROXY, ProxyText.write(proxy.proxy())))
        .param("trip", proxy.roundTrip().toMillis())
        .param("id", id)
        .update();
  }

  void saveLogin(UUID id, StoredLogin login) {
    sql.sql("update telegram_logins set stored_login_sealed = :login where id = :id")
        .param("login", sealer.seal(id, STORED, login.toBytes()))
        .param("id", id)
        .update();
  }

  void codeSent(UUID id, LoginStep.CodeSent code) {
    Instant now = clock.instant();
    Duration resendAfter = code.resendAfter();
    Instant resendAt = resendAfter == null ? now : now.plus(resendAfter);
    sql.sql(
            """
            update telegram_logins
               set step = 'CODE_SENT', code_hash_sealed = :codeHash, code_via = :via, code_length = :length,
                   next_via = :next, resend_at = :resendAt, expires_at = :expires
             where id = :id
            """)
        .param("codeHash", sealer.seal(id, CODE_HASH, code.phoneCodeHash()))
        .param("via", code.via().name())
        .param("length", code.codeLength())
        .param("next", name(code.nextVia()))
        .param("resendAt", code.nextVia() == null ? null : SqlTime.of(resendAt))
        .param("expires", SqlTime.of(now.plus(patience)))
        .param("id", id)
        .update();
  }

  private static @Nullable String name(@Nullable DeliveredVia via) {
    return via == null ? null : via.name();
  }

  void passwordNeeded(UUID id, @Nullable String hint) {
    sql.sql(
            """
            update telegram_logins
               set step = 'PASSWORD_NEEDED', password_hint_sealed = :hint, expires_at = :expires,
                   qr_link_sealed = null, qr_expires_at = null
             where id = :id
            """)
        .param("hint", hint == null ? null : sealer.seal(id, HINT, hint))
        .param("expires", SqlTime.of(clock.instant().plus(patience)))
        .param("id", id)
        .update();
  }

  /// The end, with the account when there is one; what was secret is erased.
  void end(UUID id, Login.Phase phase, @Nullable UUID account) {
    sql.sql(
            """
            update telegram_logins
               set step = :step, account_id = :account, phone_sealed = null, stored_login_sealed = null,
                   code_hash_sealed = null, password_hint_sealed = null, qr_link_sealed = null,
                   qr_expires_at = null, proxy_sealed = null
             where id = :id
            """)
        .param("step", phase.name())
        .param("account", account)
        .param("id", id)
        .update();
  }

  /// @throws ProblemException `too-many-requests` when too many logins are under way
  void requireRoom(UUID member) {
    if (countOpen(member) >= OPEN_LOGINS) {
      throw Problem.of(
              CommonProblem.TOO_MANY_REQUESTS,
              OPEN_LOGINS + " logins are under way; finish or cancel one of them first.")
          .retryAfter(Duration.ofMinutes(1))
          .asException();
    }
  }

  /// A code for this number is just being asked for.
  boolean isStarting(UUID member, String phoneHash) {
    return sql.sql(
            """
            select exists (select 1 from telegram_logins
             where member_id = :member and phone_hash = :hash and step = 'STARTING' and expires_at > :now)
            """)
        .param("member", member)
        .param("hash", phoneHash)
        .param("now", SqlTime.of(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  void adopt(UUID id, UUID batch) {
    sql.sql("update telegram_logins set batch_id = :batch where id = :id")
        .param("batch", batch)
        .param("id", id)
        .update();
  }

  /// The logins of a list of numbers, ended ones too.
  public List<Login> ofBatch(UUID batch) {
    return sql.sql("select * from telegram_logins where batch_id = :batch")
        .param("batch", batch)
        .query((row, n) -> view(row.getObject("id", UUID.class), row))
        .list();
  }

  /// Those whose code is just being asked for count, too; lists of numbers have a measure of their
  /// own.
  private int countOpen(UUID member) {
    return sql.sql(
            """
            select count(*) from telegram_logins
             where member_id = :member and step in ('STARTING', 'CODE_SENT', 'QR_SHOWN', 'PASSWORD_NEEDED')
               and expires_at > :now and batch_id is null
            """)
        .param("member", member)
        .param("now", SqlTime.of(clock.instant()))
        .query(Integer.class)
        .single();
  }

  /// Empty for another member's login, too.
  Optional<PendingLogin> find(UUID member, UUID id) {
    return sql.sql(
            """
            select * from telegram_logins where id = :id and member_id = :member and step <> 'STARTING'
            """)
        .param("id", id)
        .param("member", member)
        .query((row, n) -> pending(row))
        .optional();
  }

  PendingLogin get(UUID id) {
    return sql.sql("select * from telegram_logins where id = :id")
        .param("id", id)
        .query((row, n) -> pending(row))
        .single();
  }

  List<PendingLogin> open(UUID member) {
    return sql.sql(
            """
            select * from telegram_logins
             where member_id = :member and step in ('CODE_SENT', 'QR_SHOWN', 'PASSWORD_NEEDED') and expires_at > :now
             order by created_at, id
            """)
        .param("member", member)
        .param("now", SqlTime.of(clock.instant()))
        .query((row, n) -> pending(row))
        .list();
  }

  List<UUID> expired(int most) {
    return sql.sql(
            """
            select id from telegram_logins
             where step in ('STARTING', 'CODE_SENT', 'QR_SHOWN', 'PASSWORD_NEEDED') and expires_at <= :now
             order by expires_at limit :most
            """)
        .param("now", SqlTime.of(clock.instant()))
        .param("most", most)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Ended logins are of no use after a while.
  void forget(Instant endedBefore) {
    sql.sql(
            """
            delete from telegram_logins
             where step in ('SIGNED_IN', 'CANCELLED', 'EXPIRED') and expires_at < :before and batch_id is null
            """)
        .param("before", SqlTime.of(endedBefore))
        .update();
  }

  private PendingLogin pending(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String phone = sealer.openText(id, PHONE, row.getBytes("phone_sealed"));
    byte[] stored = sealer.open(id, STORED, row.getBytes("stored_login_sealed"));
    return new PendingLogin(
        row.getObject("member_id", UUID.class),
        view(id, row),
        row.getString("phone_hash"),
        phone == null ? null : new PhoneNumber(phone),
        stored == null ? null : StoredLogin.fromBytes(stored),
        sealer.openText(id, CODE_HASH, row.getBytes("code_hash_sealed")),
        proxy(id, row));
  }

  private @Nullable TestedProxy proxy(UUID id, ResultSet row) throws SQLException {
    byte[] plain = sealer.open(id, PROXY, row.getBytes("proxy_sealed"));
    return plain == null
        ? null
        : new TestedProxy(
            ProxyText.read(plain),
            SqlTime.read(row, "created_at"),
            Duration.ofMillis(row.getLong("proxy_round_trip_millis")));
  }

  private Login view(UUID id, ResultSet row) throws SQLException {
    Login.Phase phase = Login.Phase.valueOf(row.getString("step"));
    return new Login(
        id,
        Login.Method.valueOf(row.getString("method")),
        phase,
        row.getString("phone_masked"),
        phase.isOpen() ? codeDelivery(row) : null,
        qr(id, row),
        sealer.openText(id, HINT, row.getBytes("password_hint_sealed")),
        row.getObject("account_id", UUID.class),
        row.getObject("batch_id", UUID.class),
        SqlTime.read(row, "expires_at"),
        SqlTime.read(row, "created_at"));
  }

  private Login.@Nullable Qr qr(UUID id, ResultSet row) throws SQLException {
    String link = sealer.openText(id, QrCodes.LINK, row.getBytes("qr_link_sealed"));
    return link == null ? null : new Login.Qr(link, SqlTime.read(row, "qr_expires_at"));
  }

  private static Login.@Nullable CodeDelivery codeDelivery(ResultSet row) throws SQLException {
    DeliveredVia via = via(row.getString("code_via"));
    return via == null
        ? null
        : new Login.CodeDelivery(
            via,
            row.getObject("code_length", Integer.class),
            via(row.getString("next_via")),
            SqlTime.readNullable(row, "resend_at"));
  }

  private static @Nullable DeliveredVia via(@Nullable String name) {
    return name == null ? null : DeliveredVia.valueOf(name);
  }
}
