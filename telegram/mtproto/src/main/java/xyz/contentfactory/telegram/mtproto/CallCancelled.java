package xyz.contentfactory.telegram.mtproto;

/// Our own side gave the call up. It may have run on the server.
public final class CallCancelled extends MtprotoException {
  private static final long serialVersionUID = 1;

  public CallCancelled() {
    super("the call was cancelled");
  }
}
