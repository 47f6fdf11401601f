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
import xyz.contentfactory.telegram.client.ClosedChat;
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

  /// What the member's accounts see, and what they do not see any more although posts wait for it.
  ///
  /// @param account null for the channels of all the member's accounts
  public List<Channel> ofMember(UUID member, @Nullable UUID account) {
    return sql.sql(
            """
            select c.*, (select count(*) from deliveries d
                          where d.channel_id = c.id and d.state in ('PLANNED', 'SENDING')) as waiting
              from telegram_channels c join telegram_sessions s on s.id = c.account_id
             where s.member_id = :member and s.state <> 'DISCONNECTED'
               and (c.gone_at is null or exists (select 1 from deliveries d
                     where d.channel_id = c.id and d.state in ('PLANNED', 'SENDING')))
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
            select c.*, 0 as waiting from telegram_channels c join telegram_sessions s on s.id = c.account_id
             where c.id = :id and s.member_id = :member and s.state <> 'DISCONNECTED' and c.gone_at is null
            """)
        .param("id", id)
        .param("member", member)
        .query((row, number) -> channel(row))
        .optional();
  }

  /// Channels that any of the member's accounts sees or saw: where a bot of theirs may be, too.
  public List<Long> candidates(UUID member) {
    return sql.sql(
            """
            select distinct c.telegram_id from telegram_channels c join telegram_sessions s on s.id = c.account_id
             where s.member_id = :member and s.state <> 'DISCONNECTED' and c.peer_kind = 'CHANNEL'
             order by c.telegram_id limit 200
            """)
        .param("member", member)
        .query((row, number) -> row.getLong(1))
        .list();
  }

  /// What the account sees now, all of it; belongs in a transaction.
  public void replace(UUID account, List<Dialog> seen) {
    Instant now = clock.instant();
    for (Dialog dialog : seen) {
      save(account, dialog, now);
    }
    sql.sql(
            """
            update telegram_channels set gone_at = :now, gone_why = 'UNSEEN'
             where account_id = :account and gone_at is null and checked_at < :now
            """)
        .param("now", SqlTime.of(now))
        .param("account", account)
        .update();
  }

  /// What has become of some of the channels; belongs in a transaction.
  ///
  /// @return whether that is another thing than was known
  public boolean change(UUID account, List<Dialog> seen, List<ClosedChat> closed) {
    Instant now = clock.instant();
    seen.forEach(dialog -> save(account, dialog, now));
    int lost = closed.stream().mapToInt(chat -> lose(account, chat, now)).sum();
    return !seen.isEmpty() || lost > 0;
  }

  private int lose(UUID account, ClosedChat chat, Instant now) {
    return sql.sql(
            """
            update telegram_channels set gone_at = :now, gone_why = :why, checked_at = :now
             where account_id = :account and peer_kind = :kind and telegram_id = :id
               and gone_why is distinct from :why
            """)
        .param("now", SqlTime.of(now))
        .param("why", chat.left() ? "LEFT" : "CLOSED")
        .param("account", account)
        .param("kind", chat.peer() instanceof PeerRef.Channel ? "CHANNEL" : "GROUP")
        .param("id", chat.peer().id())
        .update();
  }

  private void save(UUID account, Dialog dialog, Instant now) {
    Dialog.Rights rights = dialog.rights();
    PeerRef peer = dialog.peer();
    sql.sql(
            """
            insert into telegram_channels (id, account_id, telegram_id, access_hash, peer_kind, title, username, kind,
              members, owner, forum, can_post, can_edit, can_delete, can_pin, can_invite, checked_at)
            values (:id, :account, :telegramId, :accessHash, :peerKind, :title, :username, :kind,
              :members, :owner, :forum, :post, :edit, :delete, :pin, :invite, :now)
            on conflict (account_id, peer_kind, telegram_id) do update
               set access_hash = excluded.access_hash, title = excluded.title, username = excluded.username,
                   kind = excluded.kind, members = coalesce(excluded.members, telegram_channels.members), owner = excluded.owner, forum = excluded.forum,
                   can_post = excluded.can_post, can_edit = excluded.can_edit, can_delete = excluded.can_delete,
                   can_pin = excluded.can_pin, can_invite = excluded.can_invite,
                   checked_at = excluded.checked_at, gone_at = null, gone_why = null
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
        .param("forum", dialog.forum())
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
            """
            delete from telegram_send_as
             where channel_id in (select id from telegram_channels where account_id = :account)
            """)
        .param("account", account)
        .update();
    sql.sql(
            """
            update telegram_channels
               set gone_at = :now, gone_why = coalesce(gone_why, 'UNSEEN'), access_hash = 0 where account_id = :account
            """)
        .param("now", SqlTime.of(clock.instant()))
        .param("account", account)
        .update();
  }

  /// How its account addresses a channel that was found.
  PeerRef peerOf(Channel channel) {
    return sql.sql(
            "select telegram_id, access_hash, peer_kind from telegram_channels where id = :id")
        .param("id", channel.id())
        .query((row, n) -> peer(row))
        .single();
  }

  /// How to address the row's peer.
  public static PeerRef peer(ResultSet row) throws SQLException {
    long id = row.getLong("telegram_id");
    return row.getString("peer_kind").equals("CHANNEL")
        ? new PeerRef.Channel(id, row.getLong("access_hash"))
        : new PeerRef.Group(id);
  }

  private static Channel channel(ResultSet row) throws SQLException {
    @Nullable String lost = row.getString("gone_why");
    boolean canPost = row.getBoolean("can_post") && lost == null;
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
        row.getBoolean("forum"),
        lost == null ? null : Channel.Loss.valueOf(lost),
        row.getInt("waiting"),
        SqlTime.read(row, "checked_at"));
  }
}
