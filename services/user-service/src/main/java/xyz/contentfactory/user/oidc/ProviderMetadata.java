package xyz.contentfactory.user.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a provider says of itself under `/.well-known/openid-configuration`, as far as we need it.
///
/// @param userInfo where to ask for the e-mail when the ID token has none; null when nowhere
/// @param algorithms what may sign ID tokens: asymmetric ones that the provider names
/// @param saysWhoAnswers whether its answers carry `iss`, so that one without is not its own
record ProviderMetadata(
    URI authorization,
    URI token,
    URI keys,
    @Nullable URI userInfo,
    ClientAuthenticationMethod clientAuthentication,
    Set<JWSAlgorithm> algorithms,
    boolean saysWhoAnswers) {
  private static final List<JWSAlgorithm> ASYMMETRIC =
      List.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /// Reads the document; `iss` in it must be the very address it was asked for at.
  static ProviderMetadata of(URI issuer, String document, JsonMapper json) throws IOException {
    JsonNode fields = read(document, json);
    if (!issuer.toString().equals(fields.path("issuer").asString(""))) {
      throw new IOException("the provider calls itself by another address");
    }
    Set<JWSAlgorithm> algorithms = algorithms(fields);
    if (algorithms.isEmpty()) {
      throw new IOException("the provider signs with none of the algorithms that we take");
    }
    URI userInfo =
        fields.path("userinfo_endpoint").isString() ? address(fields, "userinfo_endpoint") : null;
    return new ProviderMetadata(
        address(fields, "authorization_endpoint"),
        address(fields, "token_endpoint"),
        address(fields, "jwks_uri"),
        userInfo,
        clientAuthentication(fields),
        algorithms,
        fields.path("authorization_response_iss_parameter_supported").asBoolean(false));
  }

  private static JsonNode read(String document, JsonMapper json) throws IOException {
    try {
      return json.readTree(document);
    } catch (JacksonException e) {
      throw new IOException("the provider's configuration is no JSON", e);
    }
  }

  private static URI address(JsonNode fields, String name) throws IOException {
    try {
      URI address = URI.create(fields.path(name).asString(""));
      if (OidcSettings.isSafe(address)) {
        return address;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // said below, as for an address that is not safe
    }
    throw new IOException("the provider's " + name + " is no https address");
  }

  /// RFC 8414: what is not said means `client_secret_basic`, and RS256.
  private static ClientAuthenticationMethod clientAuthentication(JsonNode fields) {
    List<String> methods = texts(fields.path("token_endpoint_auth_methods_supported")).toList();
    String basic = ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue();
    return methods.isEmpty() || methods.contains(basic)
        ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
        : ClientAuthenticationMethod.CLIENT_SECRET_POST;
  }

  private static Set<JWSAlgorithm> algorithms(JsonNode fields) {
    JsonNode named = fields.path("id_token_signing_alg_values_supported");
    if (!named.isArray()) {
      return Set.of(JWSAlgorithm.RS256);
    }
    return texts(named)
        .map(JWSAlgorithm::parse)
        .filter(ASYMMETRIC::contains)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> texts(JsonNode array) {
    return array.isArray()
        ? array.valueStream().filter(JsonNode::isString).map(JsonNode::asString)
        : Stream.empty();
  }
}
