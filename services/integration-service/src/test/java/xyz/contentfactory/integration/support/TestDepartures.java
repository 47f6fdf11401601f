package xyz.contentfactory.integration.support;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Departure;
import xyz.contentfactory.kit.identity.Departures;

/// Departures as whoever keeps the members would keep them: in a table, which outlives the process.
public final class TestDepartures implements Departures {
  private final ServiceDatabase database;

  public TestDepartures(ServiceDatabase database) {
    this.database = database;
    database
        .sql()
        .sql(
            """
            create table if not exists test_departures
              (member_id uuid primary key, heir_id uuid, at timestamptz not null)
            """)
        .update();
  }

  public void add(UUID member, @Nullable UUID heir, Instant at) {
    database
        .sql()
        .sql("insert into test_departures values (:member, :heir::uuid, :at)")
        .param("member", member)
        .param("heir", heir)
        .param("at", Timestamp.from(at))
        .update();
  }

  @Override
  public List<Departure> waiting() {
    return database
        .sql()
        .sql("select * from test_departures order by at")
        .query((row, index) ->
            new Departure(
                row.getObject("member_id", UUID.class),
                row.getObject("heir_id", UUID.class),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  @Override
  public void settled(UUID member) {
    database
        .sql()
        .sql("delete from test_departures where member_id = :member")
        .param("member", member)
        .update();
  }
}
