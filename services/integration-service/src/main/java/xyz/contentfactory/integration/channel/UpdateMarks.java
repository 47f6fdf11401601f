package xyz.contentfactory.integration.channel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.telegram.client.ChannelState;
import xyz.contentfactory.telegram.client.UpdateMark;
import xyz.contentfactory.telegram.client.UpdateState;

/// The tables `telegram_update_marks` and `telegram_update_channels`: where the record of each
/// account's updates ends. Writing belongs in the transaction that writes what the updates meant.
public final class UpdateMarks {
  private final JdbcClient sql;

  public UpdateMarks(ServiceDatabase database) {
    this.sql = database.sql();
  }

  public Optional<UpdateMark> find(UUID account) {
    return sql.sql("select * from telegram_update_marks where account_id = :account")
        .param("account", account)
        .query((row, n) ->
            new UpdateState(
                row.getInt("pts"),
                row.getInt("qts"),
                row.getInt("seq"),
                row.getInt("date_seconds")))
        .optional()
        .map(state -> new UpdateMark(state, channels(account)));
  }

  private List<ChannelState> channels(UUID account) {
    return sql.sql("select * from telegram_update_channels where account_id = :account")
        .param("account", account)
        .query((row, n) ->
            new ChannelState(
                row.getLong("channel_id"), row.getLong("access_hash"), row.getInt("pts")))
        .list();
  }

  /// Whether all that the account sees is to be read; so it is before the first mark.
  public boolean isReadingWanted(UUID account) {
    return sql.sql("select reading_wanted from telegram_update_marks where account_id = :account")
        .param("account", account)
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  /// All that the account sees has been read.
  public void read(UUID account) {
    sql.sql("update telegram_update_marks set reading_wanted = false where account_id = :account")
        .param("account", account)
        .update();
  }

  /// Moves the mark.
  ///
  /// @param readAnew what the account sees is not known any more
  public void keep(
      UUID account,
      UpdateState state,
      Collection<ChannelState> channels,
      Collection<Long> forgotten,
      boolean readAnew) {
    sql.sql(
            """
            insert into telegram_update_marks (account_id, pts, qts, seq, date_seconds, reading_wanted)
            values (:account, :pts, :qts, :seq, :date, :anew)
            on conflict (account_id) do update
               set pts = excluded.pts, qts = excluded.qts, seq = excluded.seq, date_seconds = excluded.date_seconds,
                   reading_wanted = telegram_update_marks.reading_wanted or excluded.reading_wanted
            """)
        .param("account", account)
        .param("pts", state.pts())
        .param("qts", state.qts())
        .param("seq", state.seq())
        .param("date", state.dateSeconds())
        .param("anew", readAnew)
        .update();
    channels.forEach(channel -> keep(account, channel));
    forgotten.forEach(channel -> forget(account, channel));
  }

  private void keep(UUID account, ChannelState channel) {
    sql.sql(
            """
            insert into telegram_update_channels (account_id, channel_id, access_hash, pts)
            values (:account, :channel, :hash, :pts)
            on conflict (account_id, channel_id) do update set access_hash = excluded.access_hash, pts = excluded.pts
            """)
        .param("account", account)
        .param("channel", channel.id())
        .param("hash", channel.accessHash())
        .param("pts", channel.pts())
        .update();
  }

  private void forget(UUID account, long channel) {
    sql.sql(
            "delete from telegram_update_channels where account_id = :account and channel_id = :channel")
        .param("account", account)
        .param("channel", channel)
        .update();
  }

  /// The account is disconnected.
  public void forget(UUID account) {
    sql.sql("delete from telegram_update_marks where account_id = :account")
        .param("account", account)
        .update();
  }
}
