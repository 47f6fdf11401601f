package xyz.contentfactory.telegram.net;

import java.time.Duration;

/// What a connection tells its owner. Except for [#keyMade], callbacks come from the thread that
/// runs the session: they must return at once and never call the connection.
public interface ConnectionListener {

  /// A new key was agreed on. Called before anything is sent under it, from a thread that may wait:
  /// return only when the key is durable. When it throws, this attempt to connect has failed.
  void keyMade(KnownKey key);

  /// Salt or clock offset changed; the key did not.
  void saltChanged(KnownKey key);

  /// A connection is up.
  void connected();

  /// The connection broke or could not be made; another attempt follows after the delay.
  void disconnected(Throwable reason, Duration retryIn);

  /// TL bytes of an `Updates` that no call asked for.
  void pushed(byte[] body);

  /// The server began a new session: updates may have been missed.
  void newSession();

  /// The server said on several connections in a row that it does not know the key ([KeyLost]);
  /// told once, and nothing follows.
  void keyLost();
}
