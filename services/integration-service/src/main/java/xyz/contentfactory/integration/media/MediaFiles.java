package xyz.contentfactory.integration.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// The table `media_files`: what members have handed in.
public final class MediaFiles {
  private final ServiceDatabase database;
  private final JdbcClient sql;
  private final InstantSource clock;
  private final MediaDisk disk;

  public MediaFiles(ServiceDatabase database, InstantSource clock, MediaDisk disk) {
    this.database = database;
    this.sql = database.sql();
    this.clock = clock;
    this.disk = disk;
  }

  public MediaDisk disk() {
    return disk;
  }

  /// Keeps a file; one that the member has handed in before under this name is the same one.
  MediaFile keep(UUID member, String name, Sniffed sniffed, Received received) {
    return database.inTransaction(() -> {
      lock(received.sha256());
      disk.keep(received);
      return sql.sql(
              """
              insert into media_files (id, member_id, name, kind, mime, bytes, sha256, width, height, seconds, created_at, used_at)
              values (:id, :member, :name, :kind, :mime, :bytes, :sha256, :width, :height, :seconds, :now, :now)
              on conflict (member_id, sha256, name) do update set used_at = excluded.used_at
              returning *
              """)
          .param("id", UUID.randomUUID())
          .param("member", member)
          .param("name", name)
          .param("kind", sniffed.kind().name())
          .param("mime", sniffed.mime())
          .param("bytes", received.bytes())
          .param("sha256", received.sha256())
          .param("width", sniffed.width())
          .param("height", sniffed.height())
          .param("seconds", sniffed.seconds())
          .param("now", SqlTime.of(clock.instant()))
          .query((row, n) -> file(row))
          .single();
    });
  }

  /// Keeping and deleting one content exclude each other.
  private void lock(String sha256) {
    sql.sql("select pg_advisory_xact_lock(hashtextextended(:sha256, 0))")
        .param("sha256", sha256)
        .query((row, n) -> true)
        .single();
  }

  /// Empty for another member's file, too.
  public Optional<MediaFile> find(UUID member, UUID id) {
    return sql.sql("select * from media_files where id = :id and member_id = :member")
        .param("id", id)
        .param("member", member)
        .query((row, n) -> file(row))
        .optional();
  }

  /// They are needed again; call it in the transaction that names them.
  public void use(List<UUID> ids) {
    if (!ids.isEmpty()) {
      sql.sql("update media_files set used_at = :now where id in (:ids)")
          .param("now", SqlTime.of(clock.instant()))
          .param("ids", ids)
          .update();
    }
  }

  /// How much of the disk all contents take.
  long bytesKept() {
    return sql.sql(
            """
            select coalesce(sum(bytes), 0)
              from (select distinct on (sha256) bytes from media_files order by sha256) contents
            """)
        .query(Long.class)
        .single();
  }

  /// Forgets files that no open post needs and that were not used since; the content goes with the
  /// last of them.
  int forget(Instant unusedSince) {
    List<UUID> unused =
        sql.sql(
                """
                select f.id from media_files f where f.used_at < :since and not exists (
                  select 1 from deliveries d
                   where d.state in ('PLANNED', 'SENDING') and d.media <> '[]'
                     and d.media @> jsonb_build_array(jsonb_build_object('id', f.id)))
                """)
            .param("since", SqlTime.of(unusedSince))
            .query((row, n) -> row.getObject("id", UUID.class))
            .list();
    unused.forEach(id -> forget(id, unusedSince));
    return unused.size();
  }

  private void forget(UUID id, Instant unusedSince) {
    database.inTransaction(() ->
        sql.sql("select sha256 from media_files where id = :id")
            .param("id", id)
            .query(String.class)
            .optional()
            .ifPresent(sha256 -> forget(id, sha256, unusedSince)));
  }

  private void forget(UUID id, String sha256, Instant unusedSince) {
    lock(sha256);
    int gone =
        sql.sql("delete from media_files where id = :id and used_at < :since")
            .param("id", id)
            .param("since", SqlTime.of(unusedSince))
            .update();
    boolean shared =
        sql.sql("select exists (select 1 from media_files where sha256 = :sha256)")
            .param("sha256", sha256)
            .query(Boolean.class)
            .single();
    if (gone > 0 && !shared) {
      disk.delete(sha256);
    }
  }

  private static MediaFile file(ResultSet row) throws SQLException {
    return new MediaFile(
        row.getObject("id", UUID.class),
        row.getString("name"),
        MediaKind.valueOf(row.getString("kind")),
        row.getString("mime"),
        row.getLong("bytes"),
        row.getString("sha256"),
        row.getObject("width", Integer.class),
        row.getObject("height", Integer.class),
        row.getObject("seconds", Double.class),
        SqlTime.read(row, "created_at"));
  }
}
