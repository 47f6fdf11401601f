package xyz.contentfactory.telegram.client;

/// Telegram Desktop's folder opens with another local passcode than the one given.
public final class WrongPasscode extends IllegalArgumentException {
  public WrongPasscode() {
    super("the local passcode is missing or not right");
  }
}
