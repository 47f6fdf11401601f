package xyz.contentfactory.user.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import xyz.contentfactory.kit.identity.CallerClaims;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.member.Member;

/// Signs short-lived access tokens (ES256, type `at+jwt`) that name the member, the role and the
/// web session.
public final class AccessTokens {
  private final SigningKeys keys;
  private final String issuer;
  private final String audience;
  private final Duration lifetime;

  public AccessTokens(SigningKeys keys, String issuer, String audience, Duration lifetime) {
    this.keys = keys;
    this.issuer = issuer;
    this.audience = audience;
    this.lifetime = lifetime;
  }

  Duration lifetime() {
    return lifetime;
  }

  /// A new access token of a session.
  ///
  /// @param revocation the newest revocation of the member's tokens; see `Revoked.newestOf`
  public Secret issue(Member member, UUID sessionId, long revocation, Instant now) {
    ECKey key = keys.signingKey();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(audience)
            .subject(member.id().toString())
            .claim(CallerClaims.ROLE, member.role().wireName())
            .claim(CallerClaims.SESSION, sessionId.toString())
            .claim(CallerClaims.EMAIL_CONFIRMED, member.emailConfirmed())
            .claim(CallerClaims.REVOCATION, revocation)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .build();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID())
                .build(),
            claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("an access token could not be signed", e);
    }
    return Secret.of(token.serialize());
  }
}
