package xyz.contentfactory.kit.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.security.oauth2.jwt.Jwt;

/// What an access token says of its caller: the names that its issuer and the edge share.
public final class CallerClaims {
  public static final String ROLE = "role";
  public static final String SESSION = "sid";
  public static final String EMAIL_CONFIRMED = "email_confirmed";

  /// The newest revocation of the member's tokens when this one was issued; see `Revoked.newestOf`.
  public static final String REVOCATION = "rev";

  private CallerClaims() {}

  /// The caller that a verified token names; empty when the token is not complete, as none of ours
  /// is.
  public static Optional<Caller> callerOf(Jwt token) {
    try {
      return Optional.of(
          Caller.ofSession(
              UUID.fromString(text(token, "sub")),
              Role.fromWireName(text(token, ROLE)),
              UUID.fromString(text(token, SESSION)),
              Boolean.TRUE.equals(token.getClaim(EMAIL_CONFIRMED))));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String text(Jwt token, String name) {
    return token.getClaim(name) instanceof String value ? value : "";
  }
}
