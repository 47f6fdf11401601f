package xyz.contentfactory.user.oidc;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import xyz.contentfactory.kit.secret.Secret;

/// Settings `user-service.oidc.*`: the provider by which people may sign in. Without an issuer
/// there is none.
///
/// @param issuer the provider's address, under which it publishes its configuration; https, or http
///   on this machine
/// @param clientId who we are to the provider
/// @param name what the provider is called on the button
public record OidcSettings(
    @Nullable URI issuer,
    @Nullable String clientId,
    @Nullable Secret clientSecret,
    @DefaultValue("OpenID Connect") String name) {
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  public OidcSettings {
    if (issuer != null) {
      if (!isSafe(issuer) || issuer.getRawQuery() != null || issuer.getRawFragment() != null) {
        throw new IllegalArgumentException(
            "user-service.oidc.issuer is an https address without a query");
      }
      if (clientId == null || clientSecret == null) {
        throw new IllegalArgumentException(
            "user-service.oidc.issuer needs client-id and client-secret");
      }
    }
  }

  /// Whether what is said there stays between the two.
  static boolean isSafe(URI address) {
    String host = address.getHost();
    return host != null
        && ("https".equals(address.getScheme())
            || ("http".equals(address.getScheme()) && HERE.contains(host)));
  }
}
