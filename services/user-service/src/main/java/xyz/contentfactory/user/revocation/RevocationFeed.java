package xyz.contentfactory.user.revocation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Revocation;
import xyz.contentfactory.kit.identity.Revoked;

/// Brings the revocations of all nodes to this one, twice a second by one indexed question. All
/// that stand are known before the first request is answered.
///
/// While the database is away, nothing new can be revoked by any node either, apart from the moment
/// before it went; what is known stays in force.
public final class RevocationFeed implements AutoCloseable {
  public static final Duration PERIOD = Duration.ofMillis(500);
  private static final Logger LOG = LoggerFactory.getLogger(RevocationFeed.class);
  private static final int POLLS_BETWEEN_CLEANINGS = 600;

  private final ServiceDatabase database;
  private final Revoked revoked;
  private final InstantSource clock;
  private final Thread thread;

  /// Every transaction before this one was finished when we asked last.
  private String firstUnfinished = "0";

  private boolean failing;

  private RevocationFeed(ServiceDatabase database, Revoked revoked, InstantSource clock) {
    this.database = database;
    this.revoked = revoked;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("revocations").unstarted(this::follow);
  }

  /// Reads what stands, then follows.
  public static RevocationFeed start(
      ServiceDatabase database, Revoked revoked, InstantSource clock) {
    RevocationFeed feed = new RevocationFeed(database, revoked, clock);
    feed.forgetExpired();
    feed.ask();
    feed.thread.start();
    return feed;
  }

  private void follow() {
    try {
      for (int poll = 1; true; poll++) {
        Thread.sleep(PERIOD);
        askOnceMore(poll % POLLS_BETWEEN_CLEANINGS == 0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  private void askOnceMore(boolean clean) {
    try {
      ask();
      if (clean) {
        forgetExpired();
      }
      failing = false;
    } catch (RuntimeException e) {
      if (!failing && !Thread.currentThread().isInterrupted()) {
        LOG.atWarn().setCause(e).log("revocations of other nodes cannot be read at the moment");
      }
      failing = true;
    }
  }

  private void ask() {
    // one statement has one snapshot: what it does not see yet is not before its xmin
    List<Answer> answers =
        database
            .urgent()
            .sql(
                """
                select pg_snapshot_xmin(pg_current_snapshot())::text as xmin,
                       number, kind, subject, until
                  from (select 1) as always left join revocations on xid >= :asked::xid8
                 order by number
                """)
            .param("asked", firstUnfinished)
            .query((row, index) -> new Answer(row.getString("xmin"), revocation(row)))
            .list();
    for (Answer answer : answers) {
      if (answer.revocation() != null) {
        revoked.accept(answer.revocation());
      }
    }
    firstUnfinished = answers.getFirst().xmin();
  }

  private record Answer(String xmin, @Nullable Revocation revocation) {}

  private static @Nullable Revocation revocation(ResultSet row) throws SQLException {
    Timestamp until = row.getTimestamp("until");
    return until == null
        ? null
        : new Revocation(
            row.getLong("number"),
            Revocation.Kind.valueOf(row.getString("kind")),
            row.getObject("subject", UUID.class),
            until.toInstant());
  }

  private void forgetExpired() {
    Instant longAgo = clock.instant().minus(Duration.ofMinutes(5));
    database
        .urgent()
        .sql("delete from revocations where until < :before")
        .param("before", Timestamp.from(longAgo))
        .update();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
