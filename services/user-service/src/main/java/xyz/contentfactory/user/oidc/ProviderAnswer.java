package xyz.contentfactory.user.oidc;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.secret.Secret;

/// With what somebody came back: the two ids that tie it to where they began, and the provider's
/// word.
///
/// @param code what the provider gave; null when it refused
/// @param issuer who says that it answers; null when nobody does
record ProviderAnswer(
    String challenge, String state, @Nullable Secret code, @Nullable String issuer) {
  @Override
  public String toString() {
    return "ProviderAnswer(hidden)";
  }
}
