package xyz.contentfactory.integration.channel;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.integration.channel.PostingChoices.GroupTopic;
import xyz.contentfactory.integration.channel.PostingChoices.SendAsChoice;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.telegram.client.PeerRef;
import xyz.contentfactory.telegram.client.SendAs;
import xyz.contentfactory.telegram.client.Topic;

/// The tables `telegram_topics` and `telegram_send_as`: what Telegram said last of each group. A
/// forum has the same topics for all who see it, so an account that cannot ask (a bot) knows those
/// that another account of its member was told.
public final class Choices {
  private static final String READ_LAST =
      """
      (select seen.id from telegram_channels c
         join telegram_sessions mine on mine.id = c.account_id
         join telegram_channels seen
           on seen.telegram_id = c.telegram_id and seen.peer_kind = c.peer_kind and seen.choices_at is not null
         join telegram_sessions s on s.id = seen.account_id and s.member_id = mine.member_id
        where c.id = :channel and c.forum
        order by seen.choices_at desc, seen.id limit 1)
      """;

  private final ServiceDatabase database;
  private final JdbcClient sql;
  private final InstantSource clock;

  public Choices(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.sql = database.sql();
    this.clock = clock;
  }

  /// Of a channel whose owner has been checked.
  public PostingChoices of(UUID channel) {
    @Nullable Instant checked =
        sql.sql("select choices_at from telegram_channels where id = :channel")
            .param("channel", channel)
            .query((row, n) -> Optional.ofNullable(SqlTime.readNullable(row, "choices_at")))
            .single()
            .orElse(null);
    return new PostingChoices(topics(channel), sendAs(channel), checked);
  }

  public Optional<GroupTopic> topic(UUID channel, int number) {
    return topics(channel).stream().filter(topic -> topic.number() == number).findFirst();
  }

  private List<GroupTopic> topics(UUID channel) {
    return sql.sql(
            "select number, title, closed from telegram_topics where channel_id = "
                + READ_LAST
                + " order by position")
        .param("channel", channel)
        .query((row, n) -> new GroupTopic(row.getInt(1), row.getString(2), row.getBoolean(3)))
        .list();
  }

  public Optional<SendAsChoice> sendAs(UUID channel, String telegramId) {
    return sendAs(channel).stream()
        .filter(choice -> choice.telegramId().equals(telegramId))
        .findFirst();
  }

  private List<SendAsChoice> sendAs(UUID channel) {
    return sql.sql(
            """
            select telegram_id, name, username, premium_needed from telegram_send_as
             where channel_id = :channel order by position
            """)
        .param("channel", channel)
        .query((row, n) ->
            new SendAsChoice(
                Long.toString(row.getLong(1)),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4)))
        .list();
  }

  /// What Telegram says now, all of it.
  public void replace(UUID channel, GroupLook seen) {
    database.inTransaction(() -> {
      // the row's lock makes two who were told at the same time write one after the other
      sql.sql("update telegram_channels set choices_at = :now where id = :channel")
          .param("now", SqlTime.of(clock.instant()))
          .param("channel", channel)
          .update();
      forget("telegram_topics", channel);
      forget("telegram_send_as", channel);
      for (int i = 0; i < seen.topics().size(); i++) {
        save(channel, seen.topics().get(i), i);
      }
      for (int i = 0; i < seen.sendAs().size(); i++) {
        save(channel, seen.sendAs().get(i), i);
      }
      return true;
    });
  }

  private void forget(String table, UUID channel) {
    sql.sql("delete from " + table + " where channel_id = :channel")
        .param("channel", channel)
        .update();
  }

  private void save(UUID channel, Topic topic, int position) {
    sql.sql(
            """
            insert into telegram_topics (channel_id, number, title, closed, position)
            values (:channel, :number, :title, :closed, :position)
            """)
        .param("channel", channel)
        .param("number", topic.number())
        .param("title", topic.title())
        .param("closed", topic.closed())
        .param("position", position)
        .update();
  }

  private void save(UUID channel, SendAs choice, int position) {
    if (choice.peer() instanceof PeerRef.Channel(long id, long accessHash)) {
      sql.sql(
              """
              insert into telegram_send_as (channel_id, telegram_id, access_hash, name, username, premium_needed, position)
              values (:channel, :id, :hash, :name, :username, :premium, :position)
              on conflict do nothing
              """)
          .param("channel", channel)
          .param("id", id)
          .param("hash", accessHash)
          .param("name", choice.name())
          .param("username", choice.username())
          .param("premium", choice.premiumNeeded())
          .param("position", position)
          .update();
    }
  }
}
