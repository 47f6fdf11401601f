package xyz.contentfactory.integration.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.login.AskFailed;
import xyz.contentfactory.integration.login.BatchLogins;
import xyz.contentfactory.integration.proxy.ProxyText;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.integration.storage.Sealer;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.telegram.client.PhoneNumber;

/// The rows as the pace sees them: which one is next, what came of it, what is left behind. All
/// changes belong to the caller's transaction.
final class Starts {
  private static final Duration LISTS_STAY = Duration.ofDays(7);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MEMORY = Duration.ofDays(1);

  /// How often the same row is tried by itself when Telegram has a fault.
  private static final int ATTEMPTS = 3;

  private final JdbcClient sql;
  private final Sealer sealer;
  private final Sealer listSealer;
  private final InstantSource clock;
  private final ConnectSettings settings;
  private final Pace pace;

  Starts(ServiceDatabase database, Keyring keyring, InstantSource clock, ConnectSettings settings) {
    this.sql = database.sql();
    this.sealer = new Sealer(keyring, Batches.ROWS);
    this.listSealer = new Sealer(keyring, Batches.LISTS);
    this.clock = clock;
    this.settings = settings;
    this.pace = new Pace(settings.startsPerMinute());
  }

  /// A row to be begun.
  ///
  /// @param chosen what its list goes through
  record Next(
      UUID rowId, UUID batchId, UUID memberId, PhoneNumber phone, Optional<TestedProxy> chosen) {}

  /// One question for a node that has nothing to do.
  boolean isWork() {
    return sql.sql(
            """
            select exists (select 1 from connect_batches where created_at < :before)
              or exists (select 1 from connect_batches b where b.proxy_sealed is not null
                and not exists (select 1 from connect_batch_rows r where r.batch_id = b.id and r.phone_sealed is not null))
              or exists (select 1 from connect_batch_steps
             where phone_sealed is not null
               and (shown_step in ('WAITING', 'STARTING', 'CONNECTED', 'CANCELLED')
                 or (cancel_wanted and shown_step in ('CODE_SENT', 'PASSWORD_NEEDED'))))
            """)
        .param("before", SqlTime.of(clock.instant().minus(LISTS_STAY)))
        .query(Boolean.class)
        .single();
  }

  /// When the pace allows the next code; in the past when it does so now.
  Instant nextMoment() {
    Instant newest =
        sql.sql("select max(at) as at from connect_starts")
            .query((row, n) -> Optional.ofNullable(SqlTime.readNullable(row, "at")))
            .single()
            .orElse(null);
    return pace.next(newest, heldUntil());
  }

  /// Until when Telegram holds back the whole installation; null when it does not.
  @Nullable Instant heldUntil() {
    List<Pace.Answer> newest =
        sql.sql(
                """
                select row_id, until from connect_starts
                 where outcome is not null order by at desc limit :most
                """)
            .param("most", Pace.HELD_IN_A_ROW)
            .query((row, n) ->
                new Pace.Answer(
                    row.getObject("row_id", UUID.class), SqlTime.readNullable(row, "until")))
            .list();
    Instant held = Pace.heldUntil(newest);
    return held == null || held.isBefore(clock.instant()) ? null : held;
  }

  /// The row whose turn it is, of a member who has room: members take turns, rows go in the order
  /// of their lists.
  Optional<Next> next() {
    Instant now = clock.instant();
    return sql.sql(
            """
            with busy as (
              select member_id, count(*) as open from connect_batch_steps
               where phone_sealed is not null and shown_step in ('STARTING', 'CODE_SENT', 'PASSWORD_NEEDED')
               group by member_id),
            asked as (
              select member_id, max(at) as newest, count(*) filter (where at > :hourAgo) as recent
                from connect_starts group by member_id)
            select r.id, r.batch_id, r.member_id, r.phone_sealed, b.created_at, b.proxy_sealed, b.proxy_round_trip_millis
              from connect_batch_rows r join connect_batches b on b.id = r.batch_id
              left join busy on busy.member_id = r.member_id
              left join asked on asked.member_id = r.member_id
             where r.step = 'WAITING' and r.phone_sealed is not null
               and (r.not_before is null or r.not_before <= :now)
               and coalesce(busy.open, 0) < :open and coalesce(asked.recent, 0) < :anHour
             order by asked.newest nulls first, b.seq, r.line
             limit 1 for update of r skip locked
            """)
        .param("now", SqlTime.of(now))
        .param("hourAgo", SqlTime.of(now.minus(HOUR)))
        .param("open", settings.open())
        .param("anHour", settings.startsPerHour())
        .query((row, n) -> {
          UUID id = row.getObject("id", UUID.class);
          String phone = sealer.openText(id, Batches.PHONE, row.getBytes("phone_sealed"));
          return new Next(
              id,
              row.getObject("batch_id", UUID.class),
              row.getObject("member_id", UUID.class),
              new PhoneNumber(Objects.requireNonNull(phone)),
              chosen(row));
        })
        .optional();
  }

  private Optional<TestedProxy> chosen(ResultSet row) throws SQLException {
    UUID batch = row.getObject("batch_id", UUID.class);
    byte[] plain = listSealer.open(batch, Batches.PROXY, row.getBytes("proxy_sealed"));
    return plain == null
        ? Optional.empty()
        : Optional.of(
            new TestedProxy(
                ProxyText.read(plain),
                SqlTime.read(row, "created_at"),
                Duration.ofMillis(row.getLong("proxy_round_trip_millis"))));
  }

  /// The row has a login now; a new one counts for the pace.
  void begun(Next next, BatchLogins.Prepared login) {
    sql.sql(
            """
            update connect_batch_rows
               set step = 'BEGUN', login_id = :login, not_before = null, attempts = attempts + 1,
                   refusal_code = null, refusal_detail = null, refusal_telegram_type = null
             where id = :id and step = 'WAITING'
            """)
        .param("login", login.id())
        .param("id", next.rowId())
        .update();
    if (login.isNew()) {
      sql.sql(
              """
              insert into connect_starts (id, member_id, row_id, at) values (:id, :member, :row, :now)
              """)
          .param("id", login.id())
          .param("member", next.memberId())
          .param("row", next.rowId())
          .param("now", SqlTime.of(clock.instant()))
          .update();
    }
  }

  /// Telegram has sent the code.
  void answered(UUID login) {
    sql.sql("update connect_starts set outcome = 'ASKED' where id = :id and outcome is null")
        .param("id", login)
        .update();
  }

  /// No code is on its way: the row waits for its time, or is refused.
  void failed(UUID login, AskFailed why) {
    Instant until = why.remedy() == AskFailed.Remedy.WAIT ? why.notBefore() : null;
    sql.sql("update connect_starts set outcome = :outcome, until = :until where id = :id")
        .param("outcome", until == null ? "OTHER" : "HELD")
        .param("until", SqlTime.ofNullable(until))
        .param("id", login)
        .update();
    sql.sql(
            """
            update connect_batch_rows
               set step = case when :notBefore::timestamptz is not null and (:waits or attempts < :most)
                               then 'WAITING' else 'REFUSED' end,
                   not_before = :notBefore::timestamptz, login_id = null,
                   refusal_code = :code, refusal_detail = :detail, refusal_telegram_type = :type
             where login_id = :login
            """)
        .param("notBefore", SqlTime.ofNullable(why.notBefore()))
        .param("waits", until != null)
        .param("most", ATTEMPTS)
        .param("code", why.failure().code().code())
        .param("detail", why.failure().detail())
        .param("type", why.failure().telegramType())
        .param("login", login)
        .update();
  }

  void postpone(UUID row, Instant until) {
    sql.sql("update connect_batch_rows set not_before = :until where id = :id and step = 'WAITING'")
        .param("until", SqlTime.of(until))
        .param("id", row)
        .update();
  }

  List<UUID> rowsOf(UUID login) {
    return sql.sql("select id from connect_batch_rows where login_id = :login")
        .param("login", login)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Whose rows wait for their turn.
  List<UUID> waitingMembers() {
    return sql.sql(
            """
            select distinct member_id from connect_batch_rows
             where step = 'WAITING' and phone_sealed is not null
            """)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  void refuse(UUID row, String code, String detail) {
    sql.sql(
            """
            update connect_batch_rows
               set step = 'REFUSED', not_before = null, refusal_code = :code, refusal_detail = :detail,
                   refusal_telegram_type = null
             where id = :id and step = 'WAITING'
            """)
        .param("code", code)
        .param("detail", detail)
        .param("id", row)
        .update();
  }

  /// What concerns the installation is everybody's: nobody who waits is asked for.
  ///
  /// @return the rows that wait no more
  List<UUID> refuseAll(AskFailed why) {
    return sql.sql(
            """
            update connect_batch_rows
               set step = 'REFUSED', not_before = null, refusal_code = :code, refusal_detail = :detail,
                   refusal_telegram_type = :type
             where step = 'WAITING' returning id
            """)
        .param("code", why.failure().code().code())
        .param("detail", why.failure().detail())
        .param("type", why.failure().telegramType())
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Logins that were begun and that, as the leases say, nobody asks a code for.
  List<UUID> abandoned() {
    return sql.sql(
            """
            select r.login_id from connect_batch_steps r left join leases l on l.name = 'login/' || r.login_id
             where r.phone_sealed is not null and r.shown_step = 'STARTING'
               and (l.name is null or l.expires_at <= clock_timestamp())
            """)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Open logins of rows that were given up.
  List<UUID> unwanted() {
    return sql.sql(
            """
            select login_id from connect_batch_steps
             where phone_sealed is not null and cancel_wanted and shown_step in ('CODE_SENT', 'PASSWORD_NEEDED')
            """)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Numbers that are asked for no more are erased, and the proxies of lists without any; old lists
  /// and starts are forgotten.
  void tidy() {
    sql.sql(
            """
            update connect_batch_rows r set phone_sealed = null from connect_batch_steps s
             where s.id = r.id and r.phone_sealed is not null and s.shown_step in ('CONNECTED', 'CANCELLED')
            """)
        .update();
    sql.sql(
            """
            update connect_batches b set proxy_sealed = null where b.proxy_sealed is not null
               and not exists (select 1 from connect_batch_rows r where r.batch_id = b.id and r.phone_sealed is not null)
            """)
        .update();
    sql.sql("delete from connect_batches where created_at < :before")
        .param("before", SqlTime.of(clock.instant().minus(LISTS_STAY)))
        .update();
    sql.sql("delete from connect_starts where at < :before")
        .param("before", SqlTime.of(clock.instant().minus(MEMORY)))
        .update();
  }
}
