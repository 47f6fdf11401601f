package xyz.contentfactory.gateway.session;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import xyz.contentfactory.kit.identity.AccessTokenKeys;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.CallerClaims;
import xyz.contentfactory.kit.identity.Revoked;

/// Accepts an access token only if it is ES256 of a known key, of type `at+jwt`, from our issuer,
/// for our audience, in its time, complete, and neither it nor its session is revoked.
public final class AccessTokenDecoder {
  private AccessTokenDecoder() {}

  public static JwtDecoder of(
      AccessTokenKeys keys,
      Revoked revoked,
      String issuer,
      String audience,
      Duration clockSkew,
      InstantSource clock) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.ES256, (selector, context) -> selector.select(keys.publicKeys())));
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    // the claims are checked below, against our clock
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    JwtTimestampValidator time = new JwtTimestampValidator(clockSkew);
    time.setClock(clock.withZone(ZoneOffset.UTC));
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            time,
            new JwtClaimValidator<>("exp", expiry -> expiry != null),
            new JwtIssuerValidator(issuer),
            new JwtClaimValidator<List<String>>(
                "aud", audiences -> audiences != null && audiences.contains(audience)),
            notRevoked(revoked)));
    return decoder;
  }

  private static OAuth2TokenValidator<Jwt> notRevoked(Revoked revoked) {
    OAuth2TokenValidatorResult refused =
        OAuth2TokenValidatorResult.failure(
            new OAuth2Error("invalid_token", "the session is over", null));
    return token ->
        CallerClaims.callerOf(token).filter(caller -> isInForce(caller, token, revoked)).isPresent()
            ? OAuth2TokenValidatorResult.success()
            : refused;
  }

  private static boolean isInForce(Caller caller, Jwt token, Revoked revoked) {
    UUID session = caller.sessionId();
    return session != null
        && !revoked.has(session)
        && knows(token) >= revoked.newestOf(caller.memberId());
  }

  /// The newest revocation of the member's tokens when this one was issued.
  private static long knows(Jwt token) {
    return token.getClaims().get(CallerClaims.REVOCATION) instanceof Number number
        ? number.longValue()
        : 0;
  }
}
