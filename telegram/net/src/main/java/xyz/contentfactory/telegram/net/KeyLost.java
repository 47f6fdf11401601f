package xyz.contentfactory.telegram.net;

import xyz.contentfactory.telegram.mtproto.MtprotoException;

/// The data centre does not know our key (transport error -404): whoever was logged in with it is
/// not any more. The connection is over; another one needs a new key.
public final class KeyLost extends MtprotoException {
  public KeyLost() {
    super("the data centre does not know the auth key");
  }
}
