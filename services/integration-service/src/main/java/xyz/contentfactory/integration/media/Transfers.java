package xyz.contentfactory.integration.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.telegram.client.RemoteFile;
import xyz.contentfactory.telegram.tl.Bytes;

/// The table `telegram_files`: each file goes to Telegram once for an account, and may be posted
/// from there as often as one likes. Every write belongs in a transaction of the account's owner.
public final class Transfers {
  /// Telegram keeps parts for about a day; after half of it they are sent anew.
  private static final Duration PARTS_KEPT = Duration.ofHours(12);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final MediaDisk disk;
  private final LongSupplier ids;

  /// @param ids of uploads, at random
  public Transfers(
      ServiceDatabase database, InstantSource clock, MediaDisk disk, LongSupplier ids) {
    this.sql = database.sql();
    this.clock = clock;
    this.disk = disk;
    this.ids = ids;
  }

  public MediaDisk disk() {
    return disk;
  }

  /// Where it is; a new one is written down before its first part goes. One that stopped too long
  /// ago begins anew.
  public Transfer begin(UUID account, String sha256, MediaKind kind) {
    return sql.sql(
            """
            insert into telegram_files as f (account_id, sha256, kind, upload_id, updated_at)
            values (:account, :sha256, :kind, :upload, :now)
            on conflict (account_id, sha256, kind) do update set
              upload_id = case when f.remote_id is null and f.updated_at < :stale then excluded.upload_id else f.upload_id end,
              confirmed_parts = case when f.remote_id is null and f.updated_at < :stale then 0 else f.confirmed_parts end,
              updated_at = excluded.updated_at
            returning *
            """)
        .param("account", account)
        .param("sha256", sha256)
        .param("kind", kind.name())
        .param("upload", ids.getAsLong())
        .param("now", SqlTime.of(clock.instant()))
        .param("stale", SqlTime.of(clock.instant().minus(PARTS_KEPT)))
        .query((row, n) -> transfer(row))
        .single();
  }

  public void confirmed(UUID account, String sha256, MediaKind kind, int parts) {
    sql.sql(
            """
            update telegram_files set confirmed_parts = :parts, updated_at = :now
             where account_id = :account and sha256 = :sha256 and kind = :kind
            """)
        .param("parts", parts)
        .param("now", SqlTime.of(clock.instant()))
        .param("account", account)
        .param("sha256", sha256)
        .param("kind", kind.name())
        .update();
  }

  public void registered(UUID account, String sha256, MediaKind kind, RemoteFile file) {
    sql.sql(
            """
            update telegram_files set remote_kind = :remoteKind, remote_id = :id, remote_access_hash = :hash,
              remote_reference = :reference, updated_at = :now
             where account_id = :account and sha256 = :sha256 and kind = :kind
            """)
        .param("remoteKind", file.kind().name())
        .param("id", file.id())
        .param("hash", file.accessHash())
        .param("reference", file.reference().toByteArray())
        .param("now", SqlTime.of(clock.instant()))
        .param("account", account)
        .param("sha256", sha256)
        .param("kind", kind.name())
        .update();
  }

  /// Telegram does not have it any more: it is uploaded anew.
  public void forget(UUID account, String sha256, MediaKind kind) {
    sql.sql(
            "delete from telegram_files where account_id = :account and sha256 = :sha256 and kind = :kind")
        .param("account", account)
        .param("sha256", sha256)
        .param("kind", kind.name())
        .update();
  }

  private static Transfer transfer(ResultSet row) throws SQLException {
    return new Transfer(row.getLong("upload_id"), row.getInt("confirmed_parts"), remote(row));
  }

  private static @Nullable RemoteFile remote(ResultSet row) throws SQLException {
    String kind = row.getString("remote_kind");
    return kind == null
        ? null
        : new RemoteFile(
            RemoteFile.Kind.valueOf(kind),
            row.getLong("remote_id"),
            row.getLong("remote_access_hash"),
            Bytes.of(row.getBytes("remote_reference")));
  }
}
