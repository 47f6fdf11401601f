package xyz.contentfactory.integration.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import xyz.contentfactory.telegram.net.proxy.AddressRule;

/// Where members may have us open connections to: the internet, and private networks when the
/// settings say so. Never to addresses that only machines of one link or one cloud have, such as
/// the one that tells a machine its credentials.
///
/// @param privateToo this machine and private networks are allowed
record ProxyPlaces(boolean privateToo) implements AddressRule {
  private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

  @Override
  public boolean allows(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address.isAnyLocalAddress()
        || address.isMulticastAddress()
        || address.isLinkLocalAddress()) {
      return false;
    }
    if (address instanceof Inet4Address) {
      return !isReserved4(bytes) && (privateToo || !isPrivate4(address, bytes));
    }
    if (startsWith(bytes, NAT64)) {
      return allows(embedded(bytes));
    }
    return (address.isLoopbackAddress() || isUniqueLocal(bytes))
        ? privateToo && !isMetadata6(bytes)
        : isGlobal6(bytes);
  }

  /// This network, its end, and what is set aside for the future and for broadcasts.
  private static boolean isReserved4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    return first == 0 || first >= 224;
  }

  private static boolean isPrivate4(InetAddress address, byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || (first == 100 && (second & 0xc0) == 64)
        || (first == 192 && second == 0 && bytes[2] == 0)
        || (first == 198 && (second & 0xfe) == 18);
  }

  private static boolean isUniqueLocal(byte[] bytes) {
    return (bytes[0] & 0xfe) == 0xfc;
  }

  /// Where a cloud keeps the credentials of its machines: fd00:ec2::254.
  private static boolean isMetadata6(byte[] bytes) {
    return (bytes[0] & 0xff) == 0xfd
        && bytes[1] == 0
        && (bytes[2] & 0xff) == 0x0e
        && (bytes[3] & 0xff) == 0xc2;
  }

  /// 2000::/3 without the tunnels that hide an IPv4 address (2002::/16, 2001::/32).
  private static boolean isGlobal6(byte[] bytes) {
    boolean tunnel =
        bytes[0] == 0x20 && (bytes[1] == 2 || (bytes[1] == 1 && bytes[2] == 0 && bytes[3] == 0));
    return (bytes[0] & 0xe0) == 0x20 && !tunnel;
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return Arrays.equals(bytes, 0, start.length, start, 0, start.length);
  }

  private static InetAddress embedded(byte[] bytes) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
