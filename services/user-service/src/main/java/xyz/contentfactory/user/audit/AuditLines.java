package xyz.contentfactory.user.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import xyz.contentfactory.kit.audit.AuditQuestion;
import xyz.contentfactory.kit.audit.AuditedAct;
import xyz.contentfactory.kit.audit.AuditedActs;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// The trails of all services as one, newest first, with the names of the members.
final class AuditLines {
  private final ServiceDatabase database;
  private final List<AuditedActs> trails;

  /// All trails, that of this service among them.
  AuditLines(ServiceDatabase database, List<AuditedActs> trails) {
    this.database = database;
    this.trails = List.copyOf(trails);
  }

  /// At most `rows` of what was before the position. Each trail is asked for so many, for they may
  /// all be of one.
  List<AuditLine> before(AuditPosition position, AuditFilter filter, int rows) {
    AuditQuestion question = question(filter);
    List<AuditedAct> acts =
        trails.stream()
            .flatMap(trail -> trail.before(position.at(), position.id(), question, rows).stream())
            .sorted(AuditedAct.NEWEST_FIRST)
            .limit(rows)
            .toList();
    Map<UUID, String> names = namesOf(acts);
    return acts.stream().map(act -> line(act, names)).toList();
  }

  private AuditQuestion question(AuditFilter filter) {
    return new AuditQuestion(
        filter.member() == null ? null : membersNamed(filter.member()),
        filter.action(),
        filter.outcome(),
        filter.address(),
        filter.from(),
        filter.to());
  }

  /// An id stands for itself, as who was deleted has nothing else; what names nobody is no id.
  private Set<UUID> membersNamed(String text) {
    try {
      return Set.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return new HashSet<>(
          database
              .sql()
              .sql(
                  "select id from members where email = lower(:text) or lower(username) = lower(:text)")
              .param("text", text)
              .query(UUID.class)
              .list());
    }
  }

  /// Who was deleted has none.
  private Map<UUID, String> namesOf(List<AuditedAct> acts) {
    String ids =
        acts.stream()
            .map(AuditedAct::memberId)
            .filter(Objects::nonNull)
            .distinct()
            .map(UUID::toString)
            .collect(Collectors.joining(","));
    Map<UUID, String> names = new HashMap<>();
    database
        .sql()
        .sql(
            """
            select id, username from members where id = any (string_to_array(:ids, ',')::uuid[])
            """)
        .param("ids", ids)
        .query(row -> {
          names.put(row.getObject("id", UUID.class), row.getString("username"));
        });
    return names;
  }

  private static AuditLine line(AuditedAct act, Map<UUID, String> names) {
    return new AuditLine(
        act.id(),
        act.at(),
        act.memberId(),
        act.memberId() == null ? null : names.get(act.memberId()),
        act.action(),
        act.outcome(),
        act.address(),
        act.details());
  }
}
