package xyz.contentfactory.user.session;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// The running sessions of a member, as they are shown.
public final class SessionList {
  private static final int MOST_SHOWN = 200;

  private final ServiceDatabase database;
  private final InstantSource clock;

  public SessionList(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// One running session.
  ///
  /// @param current whether the question came in it
  /// @param lastSeenAt its last refresh, so up to an access token's life ago
  @Schema(name = "WebSession")
  public record Shown(
      UUID id,
      boolean current,
      @Nullable String browser,
      @Nullable String system,
      String address,
      @Schema(description = "How it was opened, such as password-and-totp") String method,
      Instant createdAt,
      Instant lastSeenAt) {}

  /// The member's running sessions, the one seen last first.
  public List<Shown> of(UUID memberId, @Nullable UUID current) {
    return database
        .sql()
        .sql(
            """
            select id, browser, system, address, method, created_at, seen_at
              from web_sessions s
             where member_id = :member and ended_at is null
               and exists (select 1 from refresh_tokens t
                            where t.session_id = s.id and t.expires_at > :now)
             order by seen_at desc, id
             limit :most
            """)
        .param("member", memberId)
        .param("now", Timestamp.from(clock.instant()))
        .param("most", MOST_SHOWN)
        .query((row, index) -> shown(row, current))
        .list();
  }

  private Shown shown(ResultSet row, @Nullable UUID current) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    boolean isCurrent = id.equals(current);
    return new Shown(
        id,
        isCurrent,
        row.getString("browser"),
        row.getString("system"),
        row.getString("address"),
        row.getString("method"),
        row.getTimestamp("created_at").toInstant(),
        isCurrent ? clock.instant() : row.getTimestamp("seen_at").toInstant());
  }
}
