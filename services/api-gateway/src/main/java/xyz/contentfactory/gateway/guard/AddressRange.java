package xyz.contentfactory.gateway.guard;

import java.math.BigInteger;
import java.net.InetAddress;

/// Network addresses with the same first bits: `10.0.0.0/8`, or one address alone.
public record AddressRange(InetAddress network, int prefixBits) {
  public AddressRange {
    int bits = network.getAddress().length * Byte.SIZE;
    if (prefixBits < 0 || prefixBits > bits) {
      throw new IllegalArgumentException("a network has 0 to " + bits + " bits");
    }
  }

  /// Reads `10.0.0.0/8`, `2001:db8::/32` or a single address; names are not looked up.
  ///
  /// @throws IllegalArgumentException for anything else
  public static AddressRange of(String text) {
    int slash = text.indexOf('/');
    InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    return new AddressRange(
        network,
        slash < 0
            ? network.getAddress().length * Byte.SIZE
            : Integer.parseInt(text.substring(slash + 1)));
  }

  public boolean contains(InetAddress address) {
    byte[] ours = network.getAddress();
    byte[] theirs = address.getAddress();
    int ignored = ours.length * Byte.SIZE - prefixBits;
    return ours.length == theirs.length
        && new BigInteger(1, ours)
            .shiftRight(ignored)
            .equals(new BigInteger(1, theirs).shiftRight(ignored));
  }
}
