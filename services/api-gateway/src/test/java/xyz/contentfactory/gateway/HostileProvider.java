package xyz.contentfactory.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A provider that says whatever the test wants: each way in which an answer can lie.
final class HostileProvider implements AutoCloseable {
  private final HttpServer server;
  private final ECKey key = newKey();
  private final ECKey stolen = newKey();
  private final AtomicReference<String> tokenAnswer = new AtomicReference<>("");
  private final AtomicReference<String> userInfo = new AtomicReference<>("{}");
  private volatile int status = 200;

  HostileProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/.well-known/openid-configuration", exchange -> answer(exchange, 200, configuration()));
    server.createContext(
        "/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/token", exchange -> answer(exchange, status, tokenAnswer.get()));
    server.createContext("/who", exchange -> answer(exchange, 200, userInfo.get()));
    server.start();
  }

  private static ECKey newKey() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private String configuration() {
    return """
    {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
     "jwks_uri":"%1$s/keys","userinfo_endpoint":"%1$s/who",
     "id_token_signing_alg_values_supported":["none","HS256","ES256"],
     "token_endpoint_auth_methods_supported":["client_secret_post"],
     "authorization_response_iss_parameter_supported":true}
    """
        .formatted(issuer());
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /// What an honest provider would say of this person now.
  JWTClaimsSet.Builder claims(String subject, @Nullable String nonce) {
    Date now = Date.from(EdgeUnderTest.now());
    return new JWTClaimsSet.Builder()
        .issuer(issuer().toString())
        .subject(subject)
        .audience("factory")
        .issueTime(now)
        .expirationTime(Date.from(EdgeUnderTest.now().plusSeconds(300)))
        .claim("auth_time", EdgeUnderTest.now().getEpochSecond())
        .claim("nonce", nonce)
        .claim("email", subject + "@example.com")
        .claim("email_verified", true);
  }

  void says(JWTClaimsSet.Builder claims) {
    give(signed(claims, key));
  }

  void saysByAStolenName(JWTClaimsSet.Builder claims) {
    give(signed(claims, stolen));
  }

  void saysUnsigned(JWTClaimsSet.Builder claims) {
    give(new PlainJWT(claims.build()).serialize());
  }

  /// Signed with the public key as if it were a shared secret.
  void saysBySharedSecret(JWTClaimsSet.Builder claims) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims.build());
      jwt.sign(new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
      give(jwt.serialize());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(JWTClaimsSet.Builder claims, ECKey with) {
    try {
      SignedJWT jwt =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("one").build(), claims.build());
      jwt.sign(new ECDSASigner(with));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void give(String idToken) {
    answersToken(
        200,
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"expires_in\":60,\"id_token\":\"%s\"}"
            .formatted(idToken));
  }

  void answersToken(int withStatus, String body) {
    status = withStatus;
    tokenAnswer.set(body);
  }

  void tellsWhoAsks(Map<String, String> fields) {
    userInfo.set(new tools.jackson.databind.json.JsonMapper().writeValueAsString(fields));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
