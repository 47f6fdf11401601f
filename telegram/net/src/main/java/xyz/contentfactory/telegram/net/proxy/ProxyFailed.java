package xyz.contentfactory.telegram.net.proxy;

import xyz.contentfactory.telegram.mtproto.MtprotoException;

/// The proxy does not lead to Telegram. Nothing was sent around it.
public final class ProxyFailed extends MtprotoException {
  private final Reason reason;

  /// What is wrong, sorted by what a person can do about it.
  public enum Reason {
    /// No such name, nobody listens there, or nobody answers the dialling.
    UNREACHABLE("the proxy cannot be reached"),
    /// It lies where this installation opens no connections to.
    FORBIDDEN("the proxy's address is not allowed here"),
    /// Name or password are wrong, or it wants some and we have none.
    LOGIN_REFUSED("the proxy refuses the login"),
    /// It knows us and does not connect us with Telegram.
    DESTINATION_REFUSED("the proxy does not connect to Telegram"),
    /// What answers there speaks something else.
    NOT_A_PROXY("that is no proxy of this kind"),
    /// It took the connection and then said nothing, or hung up.
    NO_ANSWER("the proxy gives no answer"),
    /// An MTProxy took the connection and said nothing: that is how it meets a wrong secret. It may
    /// also be one that is cut off from Telegram; nothing shows which.
    SECRET_REFUSED("the proxy does not answer to this secret"),
    /// Something answers behind the proxy that is not Telegram.
    NOT_TELEGRAM("the proxy leads to something else than Telegram");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  public ProxyFailed(Reason reason) {
    super(reason.sentence);
    this.reason = reason;
  }

  public ProxyFailed(Reason reason, Throwable cause) {
    super(reason.sentence, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
