package xyz.contentfactory.telegram.sandbox.world;

import org.jspecify.annotations.Nullable;

/// One login code that was sent, and what became of it.
///
/// @param next how it may be sent again, from `resendAtSeconds` on; null when no other way is left
public record LoginCode(
    String hash,
    String phone,
    long authKeyId,
    String code,
    Via via,
    @Nullable Via next,
    int sentSeconds,
    int resendAtSeconds,
    State state) {

  public static final int LIFE_SECONDS = 300;

  /// The ways in the order in which Telegram tries them.
  public enum Via {
    APP,
    SMS,
    CALL;

    @Nullable Via next() {
      return switch (this) {
        case APP -> SMS;
        case SMS -> CALL;
        case CALL -> null;
      };
    }
  }

  public enum State {
    OPEN,
    USED,
    CANCELLED
  }

  public boolean isOpen(int nowSeconds) {
    return state == State.OPEN && nowSeconds - sentSeconds < LIFE_SECONDS;
  }

  LoginCode in(State newState) {
    return new LoginCode(
        hash, phone, authKeyId, code, via, next, sentSeconds, resendAtSeconds, newState);
  }

  /// The code is a secret, and the number is only shown in part.
  @Override
  public String toString() {
    return "LoginCode " + state;
  }
}
