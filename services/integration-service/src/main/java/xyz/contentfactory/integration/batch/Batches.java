package xyz.contentfactory.integration.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.proxy.ProxyText;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.integration.storage.Sealer;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Keyring;

/// The tables `connect_batches` and `connect_batch_rows` as members see them: lists of numbers, and
/// where each number stands.
final class Batches {
  static final String ROWS = "connect_batch_rows";
  static final String PHONE = "phone";
  static final String LISTS = "connect_batches";
  static final String PROXY = "proxy";
  private static final int MOST_LISTS = 50;
  private static final String COUNTED =
      """
      select b.id, b.created_at, count(r.id) as total,
             count(*) filter (where r.shown_step in ('WAITING', 'STARTING', 'CODE_SENT', 'PASSWORD_NEEDED')) as unfinished,
             count(*) filter (where r.shown_step = 'CONNECTED') as connected,
             count(*) filter (where r.shown_step in ('REFUSED', 'EXPIRED')) as refused
        from connect_batches b left join connect_batch_steps r on r.batch_id = b.id
      """;

  private final JdbcClient sql;
  private final Sealer sealer;
  private final Sealer listSealer;
  private final InstantSource clock;
  private final BatchRows rows;
  private final ConnectSettings settings;
  private final Starts starts;

  Batches(
      ServiceDatabase database,
      Keyring keyring,
      InstantSource clock,
      BatchRows rows,
      Starts starts,
      ConnectSettings settings) {
    this.sql = database.sql();
    this.sealer = new Sealer(keyring, ROWS);
    this.listSealer = new Sealer(keyring, LISTS);
    this.clock = clock;
    this.rows = rows;
    this.starts = starts;
    this.settings = settings;
  }

  /// What an earlier request with this key has made.
  ///
  /// @throws ProblemException `idempotency-key-reused` when that was another list
  Optional<UUID> made(UUID member, String key, String bodyHash) {
    record Earlier(UUID id, String bodyHash) {}
    Optional<Earlier> earlier =
        sql.sql(
                """
                select id, body_hash from connect_batches
                 where member_id = :member and idempotency_key = :key
                """)
            .param("member", member)
            .param("key", key)
            .query((row, n) -> new Earlier(row.getObject(1, UUID.class), row.getString(2)))
            .optional();
    if (earlier.isPresent() && !earlier.get().bodyHash().equals(bodyHash)) {
      throw ProblemException.of(
          TelegramProblem.IDEMPOTENCY_KEY_REUSED,
          "This Idempotency-Key was used for another list of numbers.");
    }
    return earlier.map(Earlier::id);
  }

  /// False when the key has been used in the meantime.
  ///
  /// @param chosen what all numbers go through
  boolean create(UUID id, UUID member, String key, String bodyHash, Optional<TestedProxy> chosen) {
    return sql.sql(
                """
                insert into connect_batches (id, member_id, idempotency_key, body_hash, created_at,
                  proxy_sealed, proxy_round_trip_millis)
                values (:id, :member, :key, :hash, :now, :proxy, :trip) on conflict (member_id, idempotency_key) do nothing
                """)
            .param("id", id)
            .param("member", member)
            .param("key", key)
            .param("hash", bodyHash)
            .param("now", SqlTime.of(clock.instant()))
            .param("proxy", chosen.map(way -> sealed(id, way)).orElse(null))
            .param("trip", chosen.map(way -> way.roundTrip().toMillis()).orElse(null))
            .update()
        == 1;
  }

  private byte[] sealed(UUID id, TestedProxy way) {
    return listSealer.seal(id, PROXY, ProxyText.write(way.proxy()));
  }

  void add(UUID batch, UUID member, NumberList.Line line, @Nullable String hash) {
    UUID id = UUID.randomUUID();
    NumberList.Fault fault = line.fault();
    boolean good = fault == null && line.phone() != null;
    sql.sql(
            """
            insert into connect_batch_rows (id, batch_id, member_id, line, step, phone_masked, phone_hash, phone_sealed,
              refusal_code, refusal_detail)
            values (:id, :batch, :member, :line, :step, :masked, :hash, :phone, :code, :detail)
            """)
        .param("id", id)
        .param("batch", batch)
        .param("member", member)
        .param("line", line.number())
        .param("step", good ? "WAITING" : "REFUSED")
        .param("masked", line.phone() == null ? "" : line.phone().masked())
        .param("hash", hash)
        .param(
            "phone",
            !good || line.phone() == null ? null : sealer.seal(id, PHONE, line.phone().digits()))
        .param("code", fault == null ? null : fault.code().code())
        .param("detail", fault == null ? null : fault.detail())
        .update();
  }

  /// Of all lists of the member: numbers that wait, or whose login is open.
  int unfinished(UUID member) {
    return sql.sql(
            """
            select count(*) from connect_batch_steps
             where member_id = :member and phone_sealed is not null
               and shown_step in ('WAITING', 'STARTING', 'CODE_SENT', 'PASSWORD_NEEDED')
            """)
        .param("member", member)
        .query(Integer.class)
        .single();
  }

  /// Whether one of the member's lists is about this number already.
  boolean isListed(UUID member, String hash) {
    return sql.sql(
            """
            select exists (select 1 from connect_batch_steps
             where member_id = :member and phone_sealed is not null and phone_hash = :hash
               and shown_step in ('WAITING', 'STARTING', 'CODE_SENT', 'PASSWORD_NEEDED'))
            """)
        .param("member", member)
        .param("hash", hash)
        .query(Boolean.class)
        .single();
  }

  /// Without their rows, the newest first.
  List<Batch> list(UUID member) {
    Instant held = starts.heldUntil();
    return sql.sql(
            COUNTED + " where b.member_id = :member group by b.id order by b.seq desc limit :most")
        .param("member", member)
        .param("most", MOST_LISTS)
        .query((row, n) -> batch(row, held, null))
        .list();
  }

  /// Empty for another member's list, too.
  Optional<Batch> find(UUID member, UUID id) {
    Instant held = starts.heldUntil();
    return sql.sql(COUNTED + " where b.id = :id and b.member_id = :member group by b.id")
        .param("id", id)
        .param("member", member)
        .query((row, n) -> batch(row, held, rows.ofBatch(id)))
        .optional();
  }

  private Batch batch(ResultSet row, @Nullable Instant held, @Nullable List<BatchRow> rows)
      throws SQLException {
    return new Batch(
        row.getObject("id", UUID.class),
        SqlTime.read(row, "created_at"),
        row.getInt("total"),
        row.getInt("unfinished"),
        row.getInt("connected"),
        row.getInt("refused"),
        new Batch.Speed(settings.startsPerMinute(), settings.startsPerHour(), settings.open()),
        held,
        rows);
  }

  /// Gives rows up: those that wait at once, those with a login as soon as Telegram has heard of
  /// it.
  ///
  /// @param line null for all of them
  /// @return the rows that wait no more
  List<UUID> cancel(UUID batch, @Nullable Integer line) {
    sql.sql(
            """
            update connect_batch_rows set cancel_wanted = true
             where batch_id = :batch and (:line::integer is null or line = :line) and step = 'BEGUN'
            """)
        .param("batch", batch)
        .param("line", line)
        .update();
    return sql.sql(
            """
            update connect_batch_rows
               set step = 'CANCELLED', phone_sealed = null, not_before = null, refusal_code = null,
                   refusal_detail = null, refusal_telegram_type = null
             where batch_id = :batch and (:line::integer is null or line = :line) and step = 'WAITING'
            returning id
            """)
        .param("batch", batch)
        .param("line", line)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Puts refused and expired rows at the end of the queue once more.
  ///
  /// @param line null for all of them
  /// @return the rows that wait again
  List<UUID> retry(UUID batch, @Nullable Integer line) {
    return sql.sql(
            """
            update connect_batch_rows r
               set step = 'WAITING', login_id = null, not_before = null, attempts = 0, cancel_wanted = false,
                   refusal_code = null, refusal_detail = null, refusal_telegram_type = null
              from connect_batch_steps s
             where s.id = r.id and r.batch_id = :batch and (:line::integer is null or r.line = :line)
               and s.shown_step in ('REFUSED', 'EXPIRED') and r.phone_sealed is not null
            returning r.id
            """)
        .param("batch", batch)
        .param("line", line)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  /// Retryable rows of the list.
  int retryable(UUID batch, @Nullable Integer line) {
    return sql.sql(
            """
            select count(*) from connect_batch_steps
             where batch_id = :batch and (:line::integer is null or line = :line)
               and shown_step in ('REFUSED', 'EXPIRED') and phone_sealed is not null
            """)
        .param("batch", batch)
        .param("line", line)
        .query(Integer.class)
        .single();
  }

  boolean hasLine(UUID batch, int line) {
    return sql.sql(
            "select exists (select 1 from connect_batch_rows where batch_id = :batch and line = :line)")
        .param("batch", batch)
        .param("line", line)
        .query(Boolean.class)
        .single();
  }

  /// The lists of a member that somebody wants to go on.
  List<UUID> openOnes(UUID member) {
    return sql.sql(
            """
            select distinct batch_id from connect_batch_steps
             where member_id = :member and phone_sealed is not null and not cancel_wanted
               and shown_step in ('WAITING', 'STARTING', 'CODE_SENT', 'PASSWORD_NEEDED')
            """)
        .param("member", member)
        .query((row, n) -> row.getObject(1, UUID.class))
        .list();
  }

  void lock(UUID member) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(:member, 0))")
        .param("member", "connect-batches/" + member)
        .query((row, n) -> true)
        .single();
  }
}
