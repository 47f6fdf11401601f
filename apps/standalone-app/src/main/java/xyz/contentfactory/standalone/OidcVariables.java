package xyz.contentfactory.standalone;

import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the variables about the provider by which people sign in; what contradicts is refused with
/// one sentence.
final class OidcVariables {
  private static final int LONGEST_NAME = 40;

  private final Function<Variable, String> text;

  /// @param text a variable's value or preset; empty when there is none
  OidcVariables(Function<Variable, String> text) {
    this.text = text;
  }

  @Nullable OidcAccess read() {
    String issuer = text.apply(Variable.CF_OIDC_ISSUER);
    String id = text.apply(Variable.CF_OIDC_CLIENT_ID);
    String secret = text.apply(Variable.CF_OIDC_CLIENT_SECRET);
    if (issuer.isEmpty() && id.isEmpty() && secret.isEmpty()) {
      return null;
    }
    if (issuer.isEmpty() || id.isEmpty() || secret.isEmpty()) {
      throw new StartRefused(
          "CF_OIDC_ISSUER, CF_OIDC_CLIENT_ID and CF_OIDC_CLIENT_SECRET belong together.");
    }
    if (!isAddress(issuer)) {
      throw new StartRefused(
          "CF_OIDC_ISSUER is an https address such as https://login.example.org, not \"%s\"."
              .formatted(issuer));
    }
    return new OidcAccess(issuer, id, secret, name());
  }

  private String name() {
    String name = text.apply(Variable.CF_OIDC_NAME);
    if (name.length() > LONGEST_NAME) {
      throw new StartRefused("CF_OIDC_NAME has at most %d characters.".formatted(LONGEST_NAME));
    }
    return name;
  }

  /// Plain http reveals whoever signs in, so it is for a provider on this machine.
  private static boolean isAddress(String text) {
    try {
      URI address = URI.create(text);
      boolean bare = address.getRawQuery() == null && address.getRawFragment() == null;
      boolean here = "127.0.0.1".equals(address.getHost()) || "localhost".equals(address.getHost());
      boolean safe =
          "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && here);
      return address.getHost() != null && bare && safe;
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
