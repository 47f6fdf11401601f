package xyz.contentfactory.telegram.client;

import xyz.contentfactory.telegram.tl.TlObject;

/// What a client tells its owner.
///
/// All calls come one after another from one thread of the client's own. A callback must not call
/// the client (hand the work to a thread of yours): the client waits for it in [#loginChanged].
public interface ClientListener {

  /// Keys, home data centre or user changed. The client goes on only after this returns, so that
  /// what is returned from here is durable; when it throws, the change is not made and the
  /// operation that needed it fails.
  void loginChanged(StoredLogin login);

  default void stateChanged(ConnectionState state) {}

  /// Something Telegram pushed; an object of the TL type `Updates`.
  default void update(TlObject update) {}

  /// Pushed objects were dropped because callbacks were slower than Telegram for too long.
  default void updatesMissed(int count) {}

  /// The login is over: a 401, a duplicated key, or a key that the server no longer knows
  /// (`AUTH_KEY_UNKNOWN`). Reported once, after [#loginChanged] with the login that is left; an
  /// unknown key changes nothing, because nobody signs such an answer: the key stays in the stored
  /// login until another login takes its place.
  default void loggedOut(RpcError reason) {}
}
