package xyz.contentfactory.integration.journal;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// Makes the journal's partitions ahead of time and drops those that are older than it is kept. One
/// process at a time does it. Months are those of UTC.
public final class JournalMonths {
  private static final Logger LOG = LoggerFactory.getLogger(JournalMonths.class);
  private static final int AHEAD = 3;
  private static final Pattern PARTITION = Pattern.compile("integration_logs_(\\d{4})_(\\d{2})");

  /// Whoever writes or reads waits behind a change of the tables, so that does not wait long
  /// itself: the next round tries again.
  private static final Duration LOCK_PATIENCE = Duration.ofSeconds(2);

  private final JdbcClient sql;
  private final Claims claims;
  private final InstantSource clock;
  private final int kept;

  /// @param kept how many whole months stay besides the running one; 0 keeps all
  public JournalMonths(ServiceDatabase database, Claims claims, InstantSource clock, int kept) {
    this.sql = database.sql();
    this.claims = claims;
    this.clock = clock;
    this.kept = kept;
  }

  public void run() {
    Optional<Claim> claim = claims.take("journal-months", () -> {});
    if (claim.isPresent()) {
      try (Claim held = claim.get()) {
        YearMonth running = YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC));
        for (int ahead = 0; ahead <= AHEAD; ahead++) {
          LocalDate month = running.plusMonths(ahead).atDay(1);
          held.write(() -> add(month));
        }
        if (kept > 0) {
          held.write(() -> dropBefore(running.minusMonths(kept)));
        }
      }
    }
  }

  private void add(LocalDate month) {
    waitShortly();
    sql.sql("select integration_logs_add_month(:month)")
        .param("month", month)
        .query(Boolean.class)
        .single();
  }

  private void dropBefore(YearMonth oldest) {
    List<String> old = partitions().stream().filter(name -> isBefore(name, oldest)).toList();
    waitShortly();
    // the names come from the catalogue and are digits but for our own prefix
    old.forEach(name -> sql.sql("drop table " + name).update());
    int rest =
        sql.sql("delete from integration_logs_rest where at < :oldest")
            .param("oldest", SqlTime.of(oldest.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)))
            .update();
    if (!old.isEmpty() || rest > 0) {
      LOG.info("the journal before {} is over its time and gone: {}, {} lines", oldest, old, rest);
    }
  }

  private void waitShortly() {
    sql.sql("select set_config('lock_timeout', :millis, true)")
        .param("millis", Long.toString(LOCK_PATIENCE.toMillis()))
        .query(String.class)
        .single();
  }

  private static boolean isBefore(String partition, YearMonth oldest) {
    Matcher name = PARTITION.matcher(partition);
    return name.matches()
        && YearMonth.of(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)))
            .isBefore(oldest);
  }

  List<String> partitions() {
    return sql.sql(
            """
            select part.relname from pg_inherits i join pg_class part on part.oid = i.inhrelid
             where i.inhparent = 'integration_logs'::regclass order by part.relname
            """)
        .query((row, number) -> row.getString("relname"))
        .list();
  }
}
