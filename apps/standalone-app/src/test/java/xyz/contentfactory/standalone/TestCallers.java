package xyz.contentfactory.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.ServiceKitProperties;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.session.AccessTokens;
import xyz.contentfactory.user.session.SigningKeys;

/// The callers with their tokens, as the running program gave them; only the expired one is signed
/// here, by the program's own hand, and the forged one by somebody else's.
final class TestCallers {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(5);

  private final Map<TestCaller, String> tokens = new EnumMap<>(TestCaller.class);
  private final AllInOneClient api;
  private final Standalone running;

  TestCallers(AllInOneClient api, Standalone running) {
    this.api = api;
    this.running = running;
    register(TestCaller.ADMIN);
    register(TestCaller.VIEWER);
    register(TestCaller.OTHER);
    register(TestCaller.USER);
    ServiceDatabase users = running.bean("userDatabase", ServiceDatabase.class);
    users.sql().sql("update members set email_confirmed_at = created_at").update();
    users.sql().sql("update members set role = 'viewer' where email like 'viewer@%'").update();
    tokens.put(TestCaller.REVOKED, signIn(TestCaller.USER));
    api.send("POST", "/api/auth/logout", tokens.get(TestCaller.REVOKED), "{}").ok();
    for (TestCaller person :
        new TestCaller[] {TestCaller.ADMIN, TestCaller.VIEWER, TestCaller.OTHER, TestCaller.USER}) {
      tokens.put(person, signIn(person));
    }
    tokens.put(TestCaller.EXPIRED, expired());
    tokens.put(TestCaller.FORGED, forged());
  }

  /// Null for nobody.
  @Nullable String token(TestCaller caller) {
    return tokens.get(caller);
  }

  /// One more session of that person.
  String signIn(TestCaller person) {
    return api.send("POST", "/api/auth/login", null, credentials(person)).ok().text("access_token");
  }

  private void register(TestCaller person) {
    api.send("POST", "/api/auth/register", null, credentials(person)).ok();
  }

  private static String credentials(TestCaller person) {
    return "{\"email\":\"%s@example.org\",\"password\":\"a-lantern-for-every-window\"}"
        .formatted(person.name().toLowerCase(java.util.Locale.ROOT));
  }

  private SignedJWT token() {
    try {
      return SignedJWT.parse(tokens.get(TestCaller.USER));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private String expired() {
    try {
      ServiceKitProperties kit = running.bean(ServiceKitProperties.class);
      Member member =
          running
              .bean(Members.class)
              .find(UUID.fromString(token().getJWTClaimsSet().getSubject()))
              .orElseThrow();
      UUID session = UUID.fromString(token().getJWTClaimsSet().getStringClaim("sid"));
      return new AccessTokens(
              running.bean(SigningKeys.class), kit.tokenIssuer(), kit.tokenAudience(), TOKEN_LIFE)
          .issue(member, session, 0, Instant.now().minus(TOKEN_LIFE.multipliedBy(2)))
          .reveal();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  /// Says the same as a good one, under the same key id.
  private String forged() {
    try {
      SignedJWT forged = new SignedJWT(token().getHeader(), token().getJWTClaimsSet());
      forged.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
      return forged.serialize();
    } catch (ParseException | JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
