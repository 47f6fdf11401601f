package xyz.contentfactory.integration.overview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import xyz.contentfactory.integration.account.AccountState;
import xyz.contentfactory.integration.overview.Overview.Hour;
import xyz.contentfactory.integration.overview.Overview.Punctuality;
import xyz.contentfactory.integration.overview.Overview.StateCount;
import xyz.contentfactory.integration.problem.Whose;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// Counts what the dashboard shows. Each question is answered from an index alone.
public final class Overviews {
  /// Not sent this long after its time, a post is overdue.
  private static final Duration OVERDUE = Duration.ofMinutes(1);

  private final JdbcClient sql;

  public Overviews(ServiceDatabase database) {
    this.sql = database.sql();
  }

  Overview of(Whose whose, Day day, Instant now) {
    return new Overview(
        day.begin(),
        day.end(),
        accounts(whose),
        waiting(whose, Instant.MAX),
        punctuality(whose, day, now),
        hours(whose, day));
  }

  /// Two statements for two plans: with "or" in the condition neither index would be used.
  private StatementSpec ask(Whose whose, String statement) {
    String own = whose.isAll() ? "" : "and member_id = :member";
    StatementSpec asked = sql.sql(statement.formatted(own));
    return whose.isAll() ? asked : asked.param("member", whose.member());
  }

  private List<StateCount> accounts(Whose whose) {
    return ask(
            whose,
            """
            select shown_state as state, count(*) as count from telegram_sessions
             where state <> 'DISCONNECTED' %s group by shown_state order by shown_state
            """)
        .query((row, number) ->
            new StateCount(AccountState.valueOf(row.getString("state")), row.getInt("count")))
        .list();
  }

  /// Open posts, planned before a moment.
  private int waiting(Whose whose, Instant before) {
    return ask(
            whose,
            """
            select count(*) from deliveries
             where state in ('PLANNED', 'SENDING') and planned_at < :before::timestamptz %s
            """)
        .param("before", before.equals(Instant.MAX) ? "infinity" : before.toString())
        .query(Integer.class)
        .single();
  }

  private Punctuality punctuality(Whose whose, Day day, Instant now) {
    int overdue = waiting(whose, now.minus(OVERDUE));
    return ask(
            whose,
            """
            select count(*) as sent,
                   percentile_disc(0.5) within group (order by late_millis) as p50,
                   percentile_disc(0.99) within group (order by late_millis) as p99,
                   count(*) filter (where message_number is null) as lost,
                   count(*) filter (where doubled) as doubled
              from deliveries where late_millis is not null and sent_at >= :from and sent_at < :to %s
            """)
        .param("from", SqlTime.of(day.begin()))
        .param("to", SqlTime.of(day.end()))
        .query((row, number) ->
            new Punctuality(
                row.getInt("sent"),
                row.getObject("p50", Long.class),
                row.getObject("p99", Long.class),
                overdue,
                row.getInt("lost"),
                row.getInt("doubled")))
        .single();
  }

  private List<Hour> hours(Whose whose, Day day) {
    List<Hour> hours = new ArrayList<>();
    day.edges().forEach(edge -> hours.add(new Hour(edge, 0, 0, 0)));
    ask(
            whose,
            """
            select width_bucket(at, cast(:edges as timestamptz[])) - 1 as hour,
                   count(*) filter (where kind = 'DELIVERY_SENT') as sent,
                   count(*) filter (where kind = 'DELIVERY_REFUSED') as refused,
                   count(*) filter (where result <> 'OK') as errors
              from integration_logs where at >= :from and at < :to %s group by 1
            """)
        .param(
            "edges",
            day.edges().stream().map(Instant::toString).collect(Collectors.joining(",", "{", "}")))
        .param("from", SqlTime.of(day.begin()))
        .param("to", SqlTime.of(day.end()))
        .query(row -> {
          int at = row.getInt("hour");
          Instant edge = day.edges().get(at);
          hours.set(
              at, new Hour(edge, row.getInt("sent"), row.getInt("refused"), row.getInt("errors")));
        });
    return List.copyOf(hours);
  }
}
