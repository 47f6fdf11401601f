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
import xyz.contentfactory.kit.identity.CallerArgument;
import xyz.contentfactory.kit.identity.EndedSessions;
import xyz.contentfactory.kit.problem.ProblemException;

/// Accepts an access token only if it is ES256 of a known key, of type `at+jwt`, from our issuer,
/// for our audience, in its time, complete, and of a session that has not ended.
public final class AccessTokenDecoder {
  private AccessTokenDecoder() {}

  public static JwtDecoder of(
      AccessTokenKeys keys,
      EndedSessions ended,
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
            runningSession(ended)));
    return decoder;
  }

  private static OAuth2TokenValidator<Jwt> runningSession(EndedSessions ended) {
    OAuth2TokenValidatorResult refused =
        OAuth2TokenValidatorResult.failure(
            new OAuth2Error("invalid_token", "the session is over", null));
    return token -> {
      try {
        UUID sessionId = CallerArgument.callerOf(token).sessionId();
        return ended.hasEnded(sessionId) ? refused : OAuth2TokenValidatorResult.success();
      } catch (ProblemException e) {
        return refused; // not one of ours: the caller is not complete
      }
    };
  }
}
