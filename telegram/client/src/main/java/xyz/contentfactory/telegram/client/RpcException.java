package xyz.contentfactory.telegram.client;

import xyz.contentfactory.telegram.mtproto.MtprotoException;

/// Telegram answered a call with an error. Switch over [#error()]: the cases are exhaustive.
public final class RpcException extends MtprotoException {
  private final RpcError error;

  public RpcException(String method, RpcError error) {
    super(method + ": " + error.code() + " " + error.type());
    this.error = error;
  }

  public RpcError error() {
    return error;
  }
}
