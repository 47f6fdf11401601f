package xyz.contentfactory.telegram.net;

import xyz.contentfactory.telegram.mtproto.MtprotoException;

/// The data centre does not know our key: transport error -404 on several fresh connections in a
/// row, and not one packet under the key in between. The connection is over. The word is still not
/// signed by anybody, so it is no reason to throw a login's key away.
public final class KeyLost extends MtprotoException {
  public KeyLost() {
    super("the data centre does not know the auth key");
  }
}
