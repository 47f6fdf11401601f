package xyz.contentfactory.user.departure;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Departure;
import xyz.contentfactory.kit.identity.Departures;

/// Departures in a table beside the members, so that a member and the word of their going stand or
/// fall together.
public final class StoredDepartures implements Departures {
  private static final int MOST = 100;

  private final ServiceDatabase database;
  private final InstantSource clock;

  public StoredDepartures(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// Belongs to the transaction of the deletion. What was on its way to this member goes on to
  /// where their own things go.
  ///
  /// @param heirId null when all they had ends
  public void add(UUID memberId, @Nullable UUID heirId) {
    database
        .sql()
        .sql("update departures set heir_id = :heir::uuid where heir_id = :member")
        .param("heir", heirId)
        .param("member", memberId)
        .update();
    database
        .sql()
        .sql("insert into departures (member_id, heir_id, at) values (:member, :heir::uuid, :now)")
        .param("member", memberId)
        .param("heir", heirId)
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  @Override
  public List<Departure> waiting() {
    return database
        .sql()
        .sql("select member_id, heir_id, at from departures order by at limit :most")
        .param("most", MOST)
        .query((row, index) ->
            new Departure(
                row.getObject("member_id", UUID.class),
                row.getObject("heir_id", UUID.class),
                row.getTimestamp("at").toInstant()))
        .list();
  }

  @Override
  public void settled(UUID memberId) {
    database
        .sql()
        .sql("delete from departures where member_id = :member")
        .param("member", memberId)
        .update();
  }
}
