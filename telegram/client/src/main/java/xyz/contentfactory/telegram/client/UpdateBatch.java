package xyz.contentfactory.telegram.client;

import java.util.List;
import java.util.Objects;
import xyz.contentfactory.telegram.tl.type.Chat;
import xyz.contentfactory.telegram.tl.type.Update;
import xyz.contentfactory.telegram.tl.type.User;

/// What happened to an account, in order, each thing once; and where the record ends after it.
/// Whoever keeps both in one transaction loses nothing and sees nothing twice, however often it is
/// killed.
///
/// Messages that were missed come as `updateNewMessage` and `updateNewChannelMessage` with a count
/// of 0. Updates without a counter (typing, online) are as Telegram sends them: some may be missing
/// or come twice.
///
/// @param chats as Telegram described them along with the updates; rights and titles are the newest
///   ones, unless a chat is `min`
/// @param restarted more was missed than Telegram tells, or nothing is known of what was before:
///   what the owner knows of the account should be asked for anew
/// @param unclear channels of which the same is true, or which are not open to the account any more
/// @param state after these updates
/// @param channels the channels whose state has changed
/// @param forgotten channels whose state is worth nothing any more
public record UpdateBatch(
    List<Update> updates,
    List<Chat> chats,
    List<User> users,
    boolean restarted,
    List<Long> unclear,
    UpdateState state,
    List<ChannelState> channels,
    List<Long> forgotten) {
  public UpdateBatch {
    updates = List.copyOf(updates);
    chats = List.copyOf(chats);
    users = List.copyOf(users);
    unclear = List.copyOf(unclear);
    channels = List.copyOf(channels);
    forgotten = List.copyOf(forgotten);
  }

  /// The channels and groups among the chats that the account is in, as they are now. How many
  /// members one has is not always said.
  public List<Dialog> dialogs() {
    return chats.stream().map(Dialogs::read).filter(Objects::nonNull).toList();
  }

  /// The channels and groups among the chats that the account is not in.
  public List<ClosedChat> closed() {
    return chats.stream().map(Dialogs::closed).filter(Objects::nonNull).toList();
  }
}
