package xyz.contentfactory.telegram.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.net.proxy.Route;
import xyz.contentfactory.telegram.tl.TlMethod;

/// One Telegram login. An interface so that services can be tested with a fake of theirs.
///
/// Opening returns at once; connecting goes on by itself and starts again with back-off when a
/// connection breaks. All calls block and may come from any thread; interrupting the calling thread
/// cancels the call. A call waits at most the network's call timeout and then throws
/// `ConnectionLost`.
public interface TelegramClient extends AutoCloseable {

  /// Opens a client.
  ///
  /// @param login what the listener got last; null for an installation never connected before. The
  ///   stored key is used again; a new one is made only when the server does not know it any more
  static TelegramClient open(
      TelegramNetwork network, @Nullable StoredLogin login, ClientListener listener) {
    return open(network, login, listener, Route.direct());
  }

  /// As above, by a way of its own: every connection of this client goes through its proxy or not
  /// at all.
  static TelegramClient open(
      TelegramNetwork network, @Nullable StoredLogin login, ClientListener listener, Route route) {
    return AccountClient.open(network, login, listener, route);
  }

  Login login();

  /// The login as reported last.
  StoredLogin storedLogin();

  ConnectionState state();

  /// Goes on by another way: the open connection is led anew at once, under the same key, and open
  /// calls wait for it as for any reconnection.
  void reroute(Route route);

  /// The person this account logs in as; a cheap question to see whether the login still holds.
  TelegramUser self();

  /// Channels and groups in the account's list of dialogs, archive included. Not for bots, which
  /// have no such list.
  List<Dialog> dialogs();

  /// For bots: those of the channels and supergroups, and of the ones met since the client was
  /// opened, that the bot is in; one call for each.
  List<Dialog> channelsAmong(List<Long> channelIds);

  /// The public channel or supergroup of this name, when the account is in it. An expensive
  /// question at Telegram: remember the answer.
  @Nullable Dialog channelNamed(String username);

  /// The topics of a forum, those used last first; at most 2,000. Refused as
  /// `CHANNEL_FORUM_MISSING` for what is no forum, and to bots.
  List<Topic> topics(PeerRef peer);

  /// As whom the account may write in a group: as itself, usually first, and as channels. Not for
  /// bots.
  List<SendAs> sendAsPeers(PeerRef peer);

  /// Where the account is logged in, this program included.
  List<Device> devices();

  /// Ends the login of another device. Telegram refuses this to a login younger than a day.
  void endDevice(long hash);

  /// A channel or supergroup that this client has met since it was opened, or null.
  @Nullable PeerRef knownChannel(long id);

  /// Sends the text, or finds out that an earlier attempt with the same random id has sent it.
  SentMessage sendText(OutgoingText text);

  /// Looks for an earlier attempt among the last messages, by its text and date; null when it is
  /// not among them. Sends nothing.
  @Nullable SentMessage findText(OutgoingText text);

  /// Replaces the text of a message of ours. Twice the same is refused as `MESSAGE_NOT_MODIFIED`,
  /// so after a lost answer that means that it is done.
  void editText(EditedText text);

  /// Deletes messages for everybody. Those that are not there are passed over.
  void deleteMessages(PeerRef peer, List<Integer> numbers);

  /// Pins or unpins a message, without a sound. Telegram may refuse what is so already as
  /// `CHAT_NOT_MODIFIED`.
  void pinMessage(PeerRef peer, int number, boolean pinned);

  /// Photos, files, albums and polls.
  Media media();

  /// Any call; flood waits and refusals are thrown as [RpcException], moves of the main data centre
  /// are followed.
  <R> R call(TlMethod<R> method);

  /// Ends the login at Telegram, reports an empty login, and closes.
  void logOut();

  /// Closes the connections; the login stays valid. Open calls end with `CallCancelled`.
  @Override
  void close();
}
