package xyz.contentfactory.integration.channel;

import java.util.List;
import java.util.UUID;
import xyz.contentfactory.telegram.client.PeerRef;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.client.SendAs;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.client.Topic;

/// What an account is told of a group besides its rights.
public record GroupLook(List<Topic> topics, List<SendAs> sendAs) {

  /// Asks Telegram. A seam: only the account's owner can ask.
  public interface Taking {
    /// Blocks until Telegram has answered.
    GroupLook look(UUID account, PeerRef group);
  }

  /// For the thread of the call. A group that has just stopped being a forum has no topics.
  public static GroupLook of(TelegramClient client, PeerRef group) {
    if (!(group instanceof PeerRef.Channel)) {
      return new GroupLook(List.of(), List.of());
    }
    return new GroupLook(topics(client, group), client.sendAsPeers(group));
  }

  private static List<Topic> topics(TelegramClient client, PeerRef group) {
    try {
      return client.topics(group);
    } catch (RpcException refused) {
      if (refused.error().type().equals("CHANNEL_FORUM_MISSING")) {
        return List.of();
      }
      throw refused;
    }
  }
}
