package xyz.contentfactory.telegram.net;

import xyz.contentfactory.telegram.mtproto.MtprotoException;

/// Something on the way, the data centre or not, said that it does not know our key (transport
/// error -404). Nobody signs that, so once is no news; see [KeyLost].
public final class KeyRefused extends MtprotoException {
  KeyRefused() {
    super("the auth key was refused with transport error -404");
  }
}
