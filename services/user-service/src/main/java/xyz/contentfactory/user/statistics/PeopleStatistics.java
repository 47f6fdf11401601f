package xyz.contentfactory.user.statistics;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Role;

/// Numbers of the members of this installation; each is one question to the database.
public final class PeopleStatistics {
  private static final int DAYS = 14;
  private static final Duration DAY = Duration.ofDays(1);

  private final ServiceDatabase database;
  private final InstantSource clock;

  public PeopleStatistics(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  record RoleCount(Role role, long count) {}

  /// @param from the beginning of 24 hours; the last ones end now
  record Day(Instant from, long registered) {}

  /// @param blocked who is kept out by an admin
  /// @param seenLastDay who used a session in the last 24 hours
  /// @param unconfirmed whose e-mail is not known to be theirs
  record People(
      long all,
      List<RoleCount> roles,
      long blocked,
      long unconfirmed,
      long seenLastDay,
      List<Day> days) {}

  People now() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Map<Role, Long> byRole =
        database
            .sql()
            .sql("select role, count(*) as members from members group by role")
            .query((row, index) ->
                Map.entry(Role.fromWireName(row.getString("role")), row.getLong("members")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new People(
        byRole.values().stream().mapToLong(Long::longValue).sum(),
        Stream.of(Role.values())
            .map(role -> new RoleCount(role, byRole.getOrDefault(role, 0L)))
            .toList(),
        count("blocked_at is not null"),
        count("email_confirmed_at is null"),
        seenSince(now.minus(DAY)),
        days(now));
  }

  private long count(String which) {
    return database
        .sql()
        .sql("select count(*) from members where " + which)
        .query(Long.class)
        .single();
  }

  private long seenSince(Instant since) {
    return database
        .sql()
        .sql("select count(distinct member_id) from web_sessions where seen_at > :since")
        .param("since", Timestamp.from(since))
        .query(Long.class)
        .single();
  }

  private List<Day> days(Instant now) {
    Map<Integer, Long> registered =
        database
            .sql()
            .sql(
                """
                select floor(extract(epoch from (:now - created_at)) / 86400)::int as ago, count(*) as members
                  from members where created_at > :since group by ago
                """)
            .param("now", Timestamp.from(now))
            .param("since", Timestamp.from(now.minus(DAY.multipliedBy(DAYS))))
            .query((row, index) -> Map.entry(row.getInt("ago"), row.getLong("members")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum));
    return IntStream.iterate(DAYS - 1, ago -> ago >= 0, ago -> ago - 1)
        .mapToObj(
            ago -> new Day(now.minus(DAY.multipliedBy(ago + 1L)), registered.getOrDefault(ago, 0L)))
        .toList();
  }
}
