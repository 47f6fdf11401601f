package xyz.contentfactory.telegram.mtproto;

/// The connection ended before the call's answer came. {@link #state()} says whether repeating is
/// safe: only {@link CallState#NOT_SENT} surely is.
public final class ConnectionLost extends MtprotoException {
  private static final long serialVersionUID = 1;

  private final CallState state;

  public ConnectionLost(CallState state) {
    super("the connection was lost, the call was " + state);
    this.state = state;
  }

  public ConnectionLost(CallState state, Throwable cause) {
    super("the connection was lost, the call was " + state, cause);
    this.state = state;
  }

  public CallState state() {
    return state;
  }
}
