package xyz.contentfactory.standalone;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.gateway.guard.AddressRange;

/// Reads the variables that say how this program is reached.
final class EdgeVariables {
  private EdgeVariables() {}

  /// @param values the variables that are set, by name
  static EdgeSettings read(Map<String, String> values) {
    return new EdgeSettings(
        publicUrl(values.get(Variable.CF_PUBLIC_URL.name())),
        proxies(values.getOrDefault(Variable.CF_TRUSTED_PROXIES.name(), "")),
        "true".equalsIgnoreCase(values.get(Variable.DEBUG.name())));
  }

  private static @Nullable URI publicUrl(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      URI url = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean complete = url.getHost() != null && url.getRawPath().isEmpty();
      boolean bare = url.getRawQuery() == null && url.getRawUserInfo() == null;
      if (complete && bare && Set.of("http", "https").contains(url.getScheme())) {
        return url;
      }
    } catch (URISyntaxException notAnAddress) {
      // said below, as for an address of another kind
    }
    throw new StartRefused(
        "CF_PUBLIC_URL is an address such as https://factory.example.org, without a path, not \"%s\"."
            .formatted(text));
  }

  private static List<String> proxies(String text) {
    List<String> proxies =
        Stream.of(text.split(",")).map(String::strip).filter(proxy -> !proxy.isEmpty()).toList();
    for (String proxy : proxies) {
      try {
        AddressRange.of(proxy);
      } catch (IllegalArgumentException notARange) {
        throw new StartRefused(
            "CF_TRUSTED_PROXIES holds addresses and networks such as 10.0.0.0/8, not \"%s\"."
                .formatted(proxy),
            notARange);
      }
    }
    return proxies;
  }
}
