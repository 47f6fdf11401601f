package xyz.contentfactory.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import xyz.contentfactory.kit.identity.Revocation;
import xyz.contentfactory.kit.identity.Revocation.Kind;
import xyz.contentfactory.kit.identity.Revoked;
import xyz.contentfactory.kit.identity.RevokedInMemory;

class AccessTokenDecoderTest {
  private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
  private static final ECKey KEY = key("ours");
  private static final UUID SESSION = UUID.randomUUID();

  private final InstantSource clock = InstantSource.fixed(NOW);
  private final Revoked revoked = new RevokedInMemory(clock);
  private final JwtDecoder decoder =
      AccessTokenDecoder.of(
          () -> new JWKSet(KEY.toPublicJWK()),
          revoked,
          "content-factory",
          "content-factory-api",
          Duration.ofSeconds(2),
          clock);

  private static ECKey key(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("content-factory")
        .audience("content-factory-api")
        .subject(UUID.randomUUID().toString())
        .claim("role", "user")
        .claim("sid", SESSION.toString())
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plusSeconds(600)));
  }

  private static String signed(JWTClaimsSet.Builder claims) throws JOSEException {
    return signed(claims, header(JWSAlgorithm.ES256, "at+jwt"), new ECDSASigner(KEY));
  }

  private static JWSHeader header(JWSAlgorithm algorithm, String type) {
    return new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type)).keyID("ours").build();
  }

  private static String signed(JWTClaimsSet.Builder claims, JWSHeader header, JWSSigner signer)
      throws JOSEException {
    SignedJWT token = new SignedJWT(header, claims.build());
    token.sign(signer);
    return token.serialize();
  }

  private void refuses(String token) {
    assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decoder.decode(token));
  }

  @Test
  void a_token_as_we_issue_it_is_accepted() throws Exception {
    assertThat(decoder.decode(signed(claims())).getClaimAsString("sid"))
        .isEqualTo(SESSION.toString());
  }

  @Test
  void a_token_of_a_foreign_key_under_our_key_id_is_refused() throws Exception {
    refuses(
        signed(claims(), header(JWSAlgorithm.ES256, "at+jwt"), new ECDSASigner(key("foreign"))));
  }

  @Test
  void a_token_without_a_signature_is_refused() {
    refuses(new PlainJWT(claims().build()).serialize());
  }

  @Test
  void a_token_signed_with_the_public_key_as_a_shared_secret_is_refused() throws Exception {
    byte[] publicKey = KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    refuses(signed(claims(), header(JWSAlgorithm.HS256, "at+jwt"), new MACSigner(publicKey)));
  }

  @Test
  void a_token_of_another_type_is_refused() throws Exception {
    refuses(signed(claims(), header(JWSAlgorithm.ES256, "JWT"), new ECDSASigner(KEY)));
  }

  @Test
  void a_changed_token_is_refused() throws Exception {
    String[] parts = signed(claims()).split("\\.", -1);
    String[] other = signed(claims().claim("role", "admin")).split("\\.", -1);
    refuses(parts[0] + "." + other[1] + "." + parts[2]);
  }

  @Test
  void wrong_issuer_audience_and_time_are_refused() throws Exception {
    refuses(signed(claims().issuer("somebody")));
    refuses(signed(claims().audience("others")));
    refuses(signed(claims().expirationTime(Date.from(NOW.minusSeconds(3)))));
    refuses(signed(claims().notBeforeTime(Date.from(NOW.plusSeconds(60)))));
    refuses(signed(claims().expirationTime(null)));
  }

  @Test
  void an_incomplete_caller_is_refused() throws Exception {
    refuses(signed(claims().subject("not a uuid")));
    refuses(signed(claims().claim("role", "owner")));
    refuses(signed(claims().claim("sid", null)));
  }

  @Test
  void the_token_of_an_ended_session_is_refused() throws Exception {
    String token = signed(claims());
    revoked.accept(new Revocation(1, Kind.SESSION, SESSION, NOW.plusSeconds(600)));
    refuses(token);
  }

  @Test
  void a_token_from_before_a_change_of_its_member_is_refused_and_one_from_after_is_not()
      throws Exception {
    UUID member = UUID.randomUUID();
    revoked.accept(new Revocation(7, Kind.MEMBER, member, NOW.plusSeconds(600)));
    JWTClaimsSet.Builder claims = claims().subject(member.toString());
    refuses(signed(claims));
    refuses(signed(claims.claim("rev", 6)));
    assertThat(decoder.decode(signed(claims.claim("rev", 7))).getSubject())
        .isEqualTo(member.toString());
  }

  @Test
  void garbage_is_refused() {
    refuses("");
    refuses("a.b.c");
    refuses("x".repeat(10_000));
  }
}
