package xyz.contentfactory.integration.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.telegram.client.Dialog;
import xyz.contentfactory.telegram.client.PeerRef;

/// The table `telegram_channels`. A channel that is no longer seen keeps its row, marked as gone.
public final class Channels {
  private final JdbcClient sql;
  private final InstantSource clock;

  public Channels(ServiceDatabase database, InstantSource clock) {
    this.sql = database.sql();
    this.clock = clock;
  }

  /// What the member's accounts see.
  ///
  /// @param account null for the channels of all the member's accounts
  public List<Channel> ofMember(UUID member, @Nullable UUID account) {
    return sql.sql(
            """
            select c.* from telegram_channels c join telegram_sessions s on s.id = c.account_id
             where s.member_id = :member and s.state <> 'DISCONNECTED' and c.gone_at is null
               and (:account::uuid is null or c.account_id = :account)
             order by c.can_post desc, lower(c.title), c.id
            """)
        .param("member", member)
        .param("account", account)
        .query((row, number) -> channel(row))
        .list();
  }

  /// Empty for another member's channel, too.
  public Optional<Channel> find(UUID member, UUID id) {
    return sql.sql(
            """
            select c.* from telegram_channels c join telegram_sessions s on s.id = c.account_id
             where c.id = :id and s.member_id = :member and s.state <> 'DISCONNECTED' and c.gone_at is null
            """)
        .param("id", id)
        .param("member", member)
        .query((row, number) -> channel(row))
        .optional();
  }

  /// What the account sees now, all of it; belongs in a transaction.
  public void replace(UUID account, List<Dialog> seen) {
    Instant now = clock.instant();
    for (Dialog dialog : seen) {
      save(account, dialog, now);
    }
    sql.sql(
            """
            update telegram_channels set gone_at = :now
             where account_id = :account and gone_at is null and checked_at < :now
            """)
        .param("now", SqlTime.of(now))
        .param("account", account)
        .update();
  }

  private void save(UUID account, Dialog dialog, Instant now) {
    Dialog.Rights rights = dialog.rights();
    PeerRef peer = dialog.peer();
    sql.sql(
            """
            insert into telegram_channels (id, account_id, telegram_id, access_hash, peer_kind, title, username, kind,
              members, owner, can_post, can_edit, can_delete, can_pin, can_invite, checked_at)
            values (:id, :account, :telegramId, :accessHash, :peerKind, :title, :username, :kind,
              :members, :owner, :post, :edit, :delete, :pin, :invite, :now)
            on conflict (account_id, peer_kind, telegram_id) do update
               set access_hash = excluded.access_hash, title = excluded.title, username = excluded.username,
                   kind = excluded.kind, members = excluded.members, owner = excluded.owner,
                   can_post = excluded.can_post, can_edit = excluded.can_edit, can_delete = excluded.can_delete,
                   can_pin = excluded.can_pin, can_invite = excluded.can_invite,
                   checked_at = excluded.checked_at, gone_at = null
            """)
        .param("id", UUID.randomUUID())
        .param("account", account)
        .param("telegramId", peer.id())
        .param("accessHash", peer instanceof PeerRef.Channel channel ? channel.accessHash() : 0)
        .param("peerKind", peer instanceof PeerRef.Channel ? "CHANNEL" : "GROUP")
        .param("title", dialog.title())
        .param("username", dialog.username())
        .param("kind", dialog.kind() == Dialog.Kind.CHANNEL ? "CHANNEL" : "GROUP")
        .param("members", dialog.members())
        .param("owner", dialog.owner())
        .param("post", rights.post())
        .param("edit", rights.edit())
        .param("delete", rights.delete())
        .param("pin", rights.pin())
        .param("invite", rights.invite())
        .param("now", SqlTime.of(now))
        .update();
  }

  /// The account is disconnected: nobody sees these any more.
  public void forget(UUID account) {
    sql.sql(
            "update telegram_channels set gone_at = :now, access_hash = 0 where account_id = :account")
        .param("now", SqlTime.of(clock.instant()))
        .param("account", account)
        .update();
  }

  /// How to address the row's peer.
  public static PeerRef peer(ResultSet row) throws SQLException {
    long id = row.getLong("telegram_id");
    return row.getString("peer_kind").equals("CHANNEL")
        ? new PeerRef.Channel(id, row.getLong("access_hash"))
        : new PeerRef.Group(id);
  }

  private static Channel channel(ResultSet row) throws SQLException {
    boolean canPost = row.getBoolean("can_post");
    return new Channel(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        Long.toString(row.getLong("telegram_id")),
        row.getString("title"),
        row.getString("username"),
        Channel.Kind.valueOf(row.getString("kind")),
        row.getObject("members", Integer.class),
        new Channel.Rights(
            canPost,
            row.getBoolean("can_edit"),
            row.getBoolean("can_delete"),
            row.getBoolean("can_pin"),
            row.getBoolean("can_invite")),
        row.getBoolean("owner"),
        canPost,
        SqlTime.read(row, "checked_at"));
  }
}
