package xyz.contentfactory.telegram.net;

/// Where a data centre listens.
///
/// @param dc its number at Telegram; no sign and no test offset
public record DcAddress(int dc, String host, int port) {
  public DcAddress {
    if (dc < 1 || dc > 999) {
      throw new IllegalArgumentException("a data centre has a number from 1 to 999");
    }
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a data centre has a host and a port from 1 to 65535");
    }
  }

  @Override
  public String toString() {
    return "DC " + dc + " at " + host + ":" + port;
  }
}
