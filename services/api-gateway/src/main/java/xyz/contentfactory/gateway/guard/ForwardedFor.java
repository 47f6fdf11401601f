package xyz.contentfactory.gateway.guard;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Who is behind the proxies. Each proxy appends the address that it was called from, so the chain
/// is read from its end, and only as far as our own proxies wrote it: what stands before is
/// whatever the client liked to send.
final class ForwardedFor {
  /// More hops than any sane set-up has; a longer chain is not looked through.
  private static final int MOST_HOPS = 32;

  private final List<AddressRange> proxies;

  ForwardedFor(List<AddressRange> proxies) {
    this.proxies = List.copyOf(proxies);
  }

  boolean isOurs(InetAddress address) {
    return proxies.stream().anyMatch(range -> range.contains(address));
  }

  /// The hops of all `X-Forwarded-For` headers, the farthest first.
  static List<String> ofXForwardedFor(Enumeration<String> headers) {
    return entries(headers);
  }

  /// The `for=` of all RFC 7239 `Forwarded` headers, the farthest first; a hop that does not tell
  /// it is an empty text.
  static List<String> ofForwarded(Enumeration<String> headers) {
    return entries(headers).stream().map(ForwardedFor::forOf).toList();
  }

  private static List<String> entries(Enumeration<String> headers) {
    List<String> entries = new ArrayList<>();
    for (String header : Collections.list(headers)) {
      for (String entry : header.split(",", -1)) {
        entries.add(entry.strip());
      }
    }
    return entries;
  }

  private static String forOf(String element) {
    for (String pair : element.split(";", -1)) {
      String text = pair.strip();
      if (text.toLowerCase(Locale.ROOT).startsWith("for=")) {
        return text.substring(4).replace("\"", "");
      }
    }
    return "";
  }

  /// The first address from the end of the chain that is none of our proxies; where the chain stops
  /// being readable, the last proxy before it.
  InetAddress client(InetAddress socket, List<String> hops) {
    InetAddress nearest = socket;
    int last = Math.max(0, hops.size() - MOST_HOPS);
    for (int i = hops.size() - 1; i >= last && isOurs(nearest); i--) {
      Optional<InetAddress> hop = addressOf(hops.get(i));
      if (hop.isEmpty()) {
        return nearest;
      }
      nearest = hop.get();
    }
    return nearest;
  }

  /// `192.0.2.1`, `192.0.2.1:4711`, `2001:db8::1`, `[2001:db8::1]`, `[2001:db8::1]:4711`.
  private static Optional<InetAddress> addressOf(String hop) {
    String text = hop;
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      text = end < 0 ? "" : text.substring(1, end);
    } else if (text.indexOf(':') == text.lastIndexOf(':') && text.indexOf(':') > 0) {
      text = text.substring(0, text.indexOf(':'));
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }
}
