package xyz.contentfactory.telegram.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;

/// What a client tells its owner.
///
/// All calls come one after another from one thread of the client's own. A callback must not call
/// the client (hand the work to a thread of yours): the client waits for it in [#loginChanged].
public interface ClientListener {

  /// Keys, home data centre or user changed. The client goes on only after this returns, so that
  /// what is returned from here is durable; when it throws, the change is not made and the
  /// operation that needed it fails.
  void loginChanged(StoredLogin login);

  /// Telegram's time minus this machine's, each time that it may have changed.
  default void clockHeard(Duration offset) {}

  default void stateChanged(ConnectionState state) {}

  /// An attempt to connect ended at the proxy, see [TelegramClient#reroute]. Told each time; a next
  /// attempt follows by itself, through the same proxy, and [#stateChanged] says when it worked.
  default void proxyFailed(ProxyFailed.Reason reason) {}

  /// Where the owner's record of updates ends; null to begin with what happens from now on. Asked
  /// once for each login, before anything is reported.
  default @Nullable UpdateMark updateMark() {
    return null;
  }

  /// What happened to the account. The client goes on only after this returns; when it throws, the
  /// same batch is reported again a second later.
  default void updated(UpdateBatch batch) {}

  /// The login is over: a 401, a duplicated key, or a key that the server no longer knows
  /// (`AUTH_KEY_UNKNOWN`). Reported once, after [#loginChanged] with the login that is left; an
  /// unknown key changes nothing, because nobody signs such an answer: the key stays in the stored
  /// login until another login takes its place.
  default void loggedOut(RpcError reason) {}
}
