package xyz.contentfactory.telegram.client;

import java.util.regex.Pattern;

/// What BotFather gives for a bot: its id, a colon, and a secret. **Secret**.
public record BotToken(String value) {
  private static final Pattern SHAPE = Pattern.compile("[0-9]{5,15}:[A-Za-z0-9_-]{20,64}");

  public BotToken {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a bot token");
    }
  }

  /// The bot's user id; no secret.
  public long botId() {
    return Long.parseLong(value.substring(0, value.indexOf(':')));
  }

  @Override
  public String toString() {
    return "BotToken[" + botId() + "]";
  }
}
