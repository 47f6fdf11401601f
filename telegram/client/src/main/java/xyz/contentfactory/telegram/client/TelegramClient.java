package xyz.contentfactory.telegram.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
    return AccountClient.open(network, login, listener);
  }

  Login login();

  /// The login as reported last.
  StoredLogin storedLogin();

  ConnectionState state();

  /// The person this account logs in as; a cheap question to see whether the login still holds.
  TelegramUser self();

  /// Channels and groups in the account's list of dialogs, archive included.
  List<Dialog> dialogs();

  /// A channel or supergroup that this client has met since it was opened, or null.
  @Nullable PeerRef knownChannel(long id);

  /// Sends the text, or finds out that an earlier attempt with the same random id has sent it.
  SentMessage sendText(OutgoingText text);

  /// Looks for an earlier attempt among the last messages, by its text and date; null when it is
  /// not among them. Sends nothing.
  @Nullable SentMessage findText(OutgoingText text);

  /// Any call; flood waits and refusals are thrown as [RpcException], moves of the main data centre
  /// are followed.
  <R> R call(TlMethod<R> method);

  /// Ends the login at Telegram, reports an empty login, and closes.
  void logOut();

  /// Closes the connections; the login stays valid. Open calls end with `CallCancelled`.
  @Override
  void close();
}
