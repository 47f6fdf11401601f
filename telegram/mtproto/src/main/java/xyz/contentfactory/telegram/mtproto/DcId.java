package xyz.contentfactory.telegram.mtproto;

/// A data centre as the key exchange and the obfuscation header name it: 1, 2, … for production,
/// 10,000 more for the test environment, negative for media-only addresses.
public record DcId(int value) {
  private static final int TEST = 10_000;

  public DcId {
    int plain = Math.abs(value) % TEST;
    if (plain == 0 || Math.abs(value) >= 2 * TEST) {
      throw new IllegalArgumentException("no data centre is called " + value);
    }
  }

  /// The number people use: 1 to 5 at Telegram.
  public int number() {
    return Math.abs(value) % TEST;
  }

  public boolean isTest() {
    return Math.abs(value) > TEST;
  }

  public boolean isMedia() {
    return value < 0;
  }

  /// The same data centre of the test environment.
  public DcId asTest() {
    return isTest() ? this : new DcId(value + Integer.signum(value) * TEST);
  }

  /// The same data centre's media address.
  public DcId asMedia() {
    return isMedia() ? this : new DcId(-value);
  }
}
