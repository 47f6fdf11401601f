package xyz.contentfactory.integration.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.integration.channel.Channels;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.telegram.client.TextEntity;

/// Reads rows of `deliveries`.
final class DeliveryRows {
  private static final TypeReference<List<Formatting>> FORMATTINGS = new TypeReference<>() {};

  private final JsonMapper json;

  DeliveryRows(JsonMapper json) {
    this.json = json;
  }

  String entities(PostText post) {
    return json.writeValueAsString(post.formattings());
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
        DeliveryState.valueOf(row.getString("state")),
        SqlTime.read(row, "planned_at"),
        SqlTime.readNullable(row, "sent_at"),
        row.getObject("message_number", Integer.class),
        row.getString("link"),
        refusal(row),
        SqlTime.readNullable(row, "retry_at"),
        row.getInt("attempts"),
        SqlTime.read(row, "created_at"));
  }

  private static Delivery.@Nullable Refusal refusal(ResultSet row) throws SQLException {
    String code = row.getString("refusal_code");
    return code == null
        ? null
        : new Delivery.Refusal(
            code, row.getString("refusal_detail"), row.getString("refusal_telegram_type"));
  }

  Outgoing outgoing(ResultSet row) throws SQLException {
    return new Outgoing(
        delivery(row),
        row.getLong("random_id"),
        SqlTime.read(row, "first_tried_at"),
        Channels.peer(row),
        row.getString("username"),
        textEntities(row.getString("entities")),
        row.getBoolean("unsure"),
        row.getInt("faults"));
  }

  private List<TextEntity> textEntities(String stored) {
    return json.readValue(stored, FORMATTINGS).stream().map(Formatting::toEntity).toList();
  }
}
