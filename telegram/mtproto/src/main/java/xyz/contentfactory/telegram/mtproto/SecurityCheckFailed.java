package xyz.contentfactory.telegram.mtproto;

/// A check that protects secrets failed: somebody may stand in between. Never retried silently; the
/// message names the check and no values.
public final class SecurityCheckFailed extends MtprotoException {
  private static final long serialVersionUID = 1;

  public SecurityCheckFailed(String check) {
    super(check);
  }
}
