package xyz.contentfactory.integration.delivery;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.integration.channel.Channels;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.telegram.client.PeerRef;
import xyz.contentfactory.telegram.client.TextEntity;

/// Reads rows of `deliveries`.
final class DeliveryRows {
  private static final TypeReference<List<Formatting>> FORMATTINGS = new TypeReference<>() {};

  private static final TypeReference<List<PostMedia>> MEDIA = new TypeReference<>() {};
  private static final TypeReference<List<List<PostButton>>> BUTTONS = new TypeReference<>() {};

  private final JsonMapper json;

  DeliveryRows(JsonMapper json) {
    this.json = json;
  }

  String json(Object value) {
    return json.writeValueAsString(value);
  }

  @Nullable String jsonOrNull(@Nullable Object value) {
    return value == null ? null : json(value);
  }

  private Enclosures enclosures(ResultSet row) throws SQLException {
    String poll = row.getString("poll");
    return new Enclosures(
        json.readValue(row.getString("media"), MEDIA),
        poll == null ? null : json.readValue(poll, PostPoll.class),
        json.readValue(row.getString("buttons"), BUTTONS));
  }

  String entities(PostText post) {
    return json.writeValueAsString(post.formattings());
  }

  String options(PostOptions options) {
    return json.writeValueAsString(OptionsRequest.stored(options));
  }

  private PostOptions options(ResultSet row, String stored) throws SQLException {
    Integer topic = row.getObject("topic", Integer.class);
    Long sendAs = row.getObject("send_as", Long.class);
    return json.readValue(stored, OptionsRequest.class)
        .over(PostOptions.USUAL)
        .at(
            topic == null ? null : new PostTopic(topic, row.getString("topic_title")),
            sendAs == null
                ? null
                : new PostAuthor(sendAs.toString(), row.getString("send_as_name")));
  }

  Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getObject("id", UUID.class),
        row.getLong("seq"),
        row.getObject("account_id", UUID.class),
        row.getObject("channel_id", UUID.class),
        row.getString("channel_title"),
        row.getString("body"),
        json.readValue(row.getString("entities"), FORMATTINGS),
        options(row, row.getString("options")),
        enclosures(row),
        DeliveryState.valueOf(row.getString("state")),
        SqlTime.read(row, "planned_at"),
        row.getString("planned_zone"),
        row.getInt("patience_seconds"),
        row.getBoolean("delayed"),
        SqlTime.readNullable(row, "sent_at"),
        row.getObject("late_millis", Long.class),
        row.getObject("message_number", Integer.class),
        row.getString("link"),
        refusal(row, "refusal_"),
        SqlTime.readNullable(row, "retry_at"),
        row.getInt("attempts"),
        SqlTime.readNullable(row, "edited_at"),
        SqlTime.readNullable(row, "deleted_at"),
        row.getBoolean("pinned"),
        change(row),
        SqlTime.read(row, "created_at"));
  }

  private static Delivery.@Nullable Refusal refusal(ResultSet row, String columns)
      throws SQLException {
    String code = row.getString(columns + "code");
    return code == null
        ? null
        : new Delivery.Refusal(
            code, row.getString(columns + "detail"), row.getString(columns + "telegram_type"));
  }

  private static Delivery.@Nullable Change change(ResultSet row) throws SQLException {
    String kind = row.getString("change_kind");
    return kind == null
        ? null
        : new Delivery.Change(
            ChangeKind.valueOf(kind),
            row.getString("change_body"),
            SqlTime.readNullable(row, "change_due_at"),
            refusal(row, "change_"));
  }

  Outgoing outgoing(ResultSet row) throws SQLException {
    return new Outgoing(
        delivery(row),
        row.getLong("random_id"),
        SqlTime.read(row, "first_tried_at"),
        new Outgoing.Target(Channels.peer(row), row.getString("username"), author(row)),
        textEntities(row.getString("entities")),
        row.getBoolean("unsure"),
        row.getInt("faults"));
  }

  /// Without a hash when Telegram has stopped offering it, which Telegram then says.
  private static @Nullable PeerRef author(ResultSet row) throws SQLException {
    Long sendAs = row.getObject("send_as", Long.class);
    return sendAs == null ? null : new PeerRef.Channel(sendAs, row.getLong("send_as_hash"));
  }

  LiveChange liveChange(ResultSet row) throws SQLException {
    String entities = row.getString("change_entities");
    String options = row.getString("change_options");
    return new LiveChange(
        delivery(row),
        ChangeKind.valueOf(row.getString("change_kind")),
        Channels.peer(row),
        row.getInt("message_number"),
        numbers(row),
        row.getInt("change_attempts"),
        row.getString("change_body"),
        entities == null ? List.of() : textEntities(entities),
        options(row, options == null ? row.getString("options") : options));
  }

  /// All messages of an album, or the one.
  private static List<Integer> numbers(ResultSet row) throws SQLException {
    Array numbers = row.getArray("message_numbers");
    return numbers == null
        ? List.of(row.getInt("message_number"))
        : List.of((Integer[]) numbers.getArray());
  }

  private List<TextEntity> textEntities(String stored) {
    return json.readValue(stored, FORMATTINGS).stream().map(Formatting::toEntity).toList();
  }
}
