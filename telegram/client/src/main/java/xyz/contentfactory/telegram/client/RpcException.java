package xyz.contentfactory.telegram.client;

import xyz.contentfactory.telegram.mtproto.MtprotoException;

/// Telegram answered a call with an error. Switch over [#error()]: the cases are exhaustive.
public final class RpcException extends MtprotoException {
  private final String method;
  private final RpcError error;

  /// @param method its name, or as a call prints itself: with the constructor's number behind a `#`
  public RpcException(String method, RpcError error) {
    super(method + ": " + error.code() + " " + error.type());
    this.method = method.replaceFirst("#.*", "");
    this.error = error;
  }

  /// Telegram's name of what was asked, such as `messages.sendMessage`.
  public String method() {
    return method;
  }

  public RpcError error() {
    return error;
  }
}
