package xyz.contentfactory.user.oidc;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.user.member.EmailAddress;

/// Who somebody is, by the word of the provider.
///
/// @param subject what the provider calls them; never changes and is never given to another
/// @param email as the provider has it; null when it has none, or did not say
/// @param emailVerified whether the provider has seen that the address is theirs
/// @param authenticatedAt when they last proved themselves there; null when it did not say
record ProvedIdentity(
    String issuer,
    String subject,
    @Nullable String email,
    boolean emailVerified,
    @Nullable Instant authenticatedAt) {

  /// The address, when the provider has seen that it is theirs.
  Optional<EmailAddress> confirmedEmail() {
    return emailVerified
        ? Optional.ofNullable(email).flatMap(EmailAddress::parse)
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "ProvedIdentity[" + issuer + "]";
  }
}
