package xyz.contentfactory.telegram.client;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.tl.type.Message;
import xyz.contentfactory.telegram.tl.type.MessageEmpty;
import xyz.contentfactory.telegram.tl.type.MessageService;
import xyz.contentfactory.telegram.tl.type.Peer;
import xyz.contentfactory.telegram.tl.type.PeerChannel;
import xyz.contentfactory.telegram.tl.type.PlainMessage;
import xyz.contentfactory.telegram.tl.type.Update;
import xyz.contentfactory.telegram.tl.type.UpdateBotBusinessConnect;
import xyz.contentfactory.telegram.tl.type.UpdateBotChatBoost;
import xyz.contentfactory.telegram.tl.type.UpdateBotChatInviteRequester;
import xyz.contentfactory.telegram.tl.type.UpdateBotDeleteBusinessMessage;
import xyz.contentfactory.telegram.tl.type.UpdateBotEditBusinessMessage;
import xyz.contentfactory.telegram.tl.type.UpdateBotGuestChatQuery;
import xyz.contentfactory.telegram.tl.type.UpdateBotMessageReaction;
import xyz.contentfactory.telegram.tl.type.UpdateBotMessageReactions;
import xyz.contentfactory.telegram.tl.type.UpdateBotNewBusinessMessage;
import xyz.contentfactory.telegram.tl.type.UpdateBotPurchasedPaidMedia;
import xyz.contentfactory.telegram.tl.type.UpdateBotStarsSubscription;
import xyz.contentfactory.telegram.tl.type.UpdateBotStopped;
import xyz.contentfactory.telegram.tl.type.UpdateChannelParticipant;
import xyz.contentfactory.telegram.tl.type.UpdateChannelTooLong;
import xyz.contentfactory.telegram.tl.type.UpdateChannelWebPage;
import xyz.contentfactory.telegram.tl.type.UpdateChatParticipant;
import xyz.contentfactory.telegram.tl.type.UpdateDeleteChannelMessages;
import xyz.contentfactory.telegram.tl.type.UpdateDeleteMessages;
import xyz.contentfactory.telegram.tl.type.UpdateEditChannelMessage;
import xyz.contentfactory.telegram.tl.type.UpdateEditMessage;
import xyz.contentfactory.telegram.tl.type.UpdateFolderPeers;
import xyz.contentfactory.telegram.tl.type.UpdateManagedBot;
import xyz.contentfactory.telegram.tl.type.UpdateMessagePollVote;
import xyz.contentfactory.telegram.tl.type.UpdateNewChannelMessage;
import xyz.contentfactory.telegram.tl.type.UpdateNewEncryptedMessage;
import xyz.contentfactory.telegram.tl.type.UpdateNewMessage;
import xyz.contentfactory.telegram.tl.type.UpdatePinnedChannelMessages;
import xyz.contentfactory.telegram.tl.type.UpdatePinnedMessages;
import xyz.contentfactory.telegram.tl.type.UpdatePtsChanged;
import xyz.contentfactory.telegram.tl.type.UpdateReadHistoryInbox;
import xyz.contentfactory.telegram.tl.type.UpdateReadHistoryOutbox;
import xyz.contentfactory.telegram.tl.type.UpdateReadMessagesContents;
import xyz.contentfactory.telegram.tl.type.UpdateWebPage;

/// Which counter an update belongs to, and where in it.
sealed interface UpdatePlace {
  /// In the account's `pts`, which stands at `end` after it.
  record Common(int end, int count) implements UpdatePlace {}

  /// In the account's `qts`.
  record Secondary(int end) implements UpdatePlace {}

  /// In the channel's `pts`.
  record InChannel(long channel, int end, int count) implements UpdatePlace {}

  /// Telegram says that a channel has more news than it wants to push.
  record ChannelTooLong(long channel, @Nullable Integer pts) implements UpdatePlace {}

  /// Telegram says that the account's `pts` has moved.
  record Moved() implements UpdatePlace {}

  /// Has no counter but that of what it came in.
  record Free() implements UpdatePlace {}

  static UpdatePlace of(Update update) {
    return switch (update) {
      case UpdateNewMessage u -> new Common(u.pts(), u.ptsCount());
      case UpdateEditMessage u -> new Common(u.pts(), u.ptsCount());
      case UpdateDeleteMessages u -> new Common(u.pts(), u.ptsCount());
      case UpdateReadHistoryInbox u -> new Common(u.pts(), u.ptsCount());
      case UpdateReadHistoryOutbox u -> new Common(u.pts(), u.ptsCount());
      case UpdateReadMessagesContents u -> new Common(u.pts(), u.ptsCount());
      case UpdateWebPage u -> new Common(u.pts(), u.ptsCount());
      case UpdateFolderPeers u -> new Common(u.pts(), u.ptsCount());
      case UpdatePinnedMessages u -> new Common(u.pts(), u.ptsCount());
      case UpdateNewChannelMessage u -> inChannel(u.message(), u.pts(), u.ptsCount());
      case UpdateEditChannelMessage u -> inChannel(u.message(), u.pts(), u.ptsCount());
      case UpdateDeleteChannelMessages u -> new InChannel(u.channelId(), u.pts(), u.ptsCount());
      case UpdatePinnedChannelMessages u -> new InChannel(u.channelId(), u.pts(), u.ptsCount());
      case UpdateChannelWebPage u -> new InChannel(u.channelId(), u.pts(), u.ptsCount());
      case UpdateChannelTooLong u -> new ChannelTooLong(u.channelId(), u.pts());
      case UpdatePtsChanged _ -> new Moved();
      default -> secondary(update);
    };
  }

  private static UpdatePlace secondary(Update update) {
    return switch (update) {
      case UpdateNewEncryptedMessage u -> new Secondary(u.qts());
      case UpdateMessagePollVote u -> new Secondary(u.qts());
      case UpdateChatParticipant u -> new Secondary(u.qts());
      case UpdateChannelParticipant u -> new Secondary(u.qts());
      case UpdateBotStopped u -> new Secondary(u.qts());
      case UpdateBotChatInviteRequester u -> new Secondary(u.qts());
      case UpdateBotChatBoost u -> new Secondary(u.qts());
      case UpdateBotMessageReaction u -> new Secondary(u.qts());
      case UpdateBotMessageReactions u -> new Secondary(u.qts());
      case UpdateBotBusinessConnect u -> new Secondary(u.qts());
      case UpdateBotNewBusinessMessage u -> new Secondary(u.qts());
      case UpdateBotEditBusinessMessage u -> new Secondary(u.qts());
      case UpdateBotDeleteBusinessMessage u -> new Secondary(u.qts());
      case UpdateBotPurchasedPaidMedia u -> new Secondary(u.qts());
      case UpdateBotStarsSubscription u -> new Secondary(u.qts());
      case UpdateBotGuestChatQuery u -> new Secondary(u.qts());
      case UpdateManagedBot u -> new Secondary(u.qts());
      default -> new Free();
    };
  }

  private static UpdatePlace inChannel(Message message, int end, int count) {
    return peer(message) instanceof PeerChannel(long channel)
        ? new InChannel(channel, end, count)
        : new Free();
  }

  private static @Nullable Peer peer(Message message) {
    return switch (message) {
      case PlainMessage m -> m.peerId();
      case MessageService m -> m.peerId();
      case MessageEmpty m -> m.peerId();
    };
  }
}
