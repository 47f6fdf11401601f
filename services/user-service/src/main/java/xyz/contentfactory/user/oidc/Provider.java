package xyz.contentfactory.user.oidc;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.problem.UserProblem;

/// The provider that is set up: where to send people, and what their way back is worth. It is asked
/// for its configuration when somebody first comes, and again after an hour; while it does not
/// answer, what it said last is good.
public final class Provider implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Provider.class);
  private static final Duration FRESH = Duration.ofHours(1);
  private static final String CONFIGURATION = "/.well-known/openid-configuration";

  private final OidcSettings settings;
  private final URI back;
  private final InstantSource clock;
  private final JsonMapper json;
  private final ProviderHttp http = new ProviderHttp();
  private final RestClientAuthorizationCodeTokenResponseClient tokens =
      new RestClientAuthorizationCodeTokenResponseClient();
  private volatile @Nullable Known known;

  /// @param back the page of ours that the provider sends people back to
  public Provider(OidcSettings settings, URI back, InstantSource clock, JsonMapper json) {
    this.settings = settings;
    this.back = back;
    this.clock = clock;
    this.json = json;
    tokens.setRestClient(http.rest());
  }

  private record Known(
      Instant at, ProviderMetadata metadata, ClientRegistration client, JwtDecoder idTokens) {}

  /// What it is called; null when none is set up.
  @Nullable String name() {
    return settings.issuer() == null ? null : settings.name();
  }

  /// @throws ProblemException `provider-not-set-up`
  URI issuer() {
    URI issuer = settings.issuer();
    if (issuer == null) {
      throw ProblemException.of(UserProblem.PROVIDER_NOT_SET_UP);
    }
    return issuer;
  }

  /// Where to send somebody.
  ///
  /// @param anew whether they must prove themselves there again, although they have a session
  URI address(Round round, boolean anew) {
    return URI.create(request(known(), round, anew).getAuthorizationRequestUri());
  }

  private OAuth2AuthorizationRequest request(Known known, Round round, boolean anew) {
    Map<String, Object> more = new LinkedHashMap<>();
    more.put(OidcParameterNames.NONCE, round.nonce());
    more.put(PkceParameterNames.CODE_CHALLENGE, round.codeChallenge());
    more.put(PkceParameterNames.CODE_CHALLENGE_METHOD, "S256");
    if (anew) {
      more.put("prompt", "login");
      more.put("max_age", "0");
    }
    return OAuth2AuthorizationRequest.authorizationCode()
        .authorizationUri(known.metadata().authorization().toString())
        .clientId(known.client().getClientId())
        .redirectUri(back.toString())
        .scopes(known.client().getScopes())
        .state(round.state())
        .additionalParameters(more)
        .attributes(Map.of(PkceParameterNames.CODE_VERIFIER, round.verifier()))
        .build();
  }

  /// Who came back with this code.
  ///
  /// @param answeredBy the `iss` of the answer; null when it has none
  /// @throws ProblemException `provider-fault`, `provider-answer-invalid`, `provider-step-expired`
  ProvedIdentity redeem(Round round, Secret code, @Nullable String answeredBy) {
    Known known = known();
    if (answeredBy == null
        ? known.metadata().saysWhoAnswers()
        : !answeredBy.equals(issuer().toString())) {
      throw untrusted("the answer is another provider's");
    }
    OAuth2AccessTokenResponse answer = exchange(known, round, code);
    Object idToken = answer.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
    Jwt jwt = verified(known, idToken instanceof String text ? text : "");
    if (!round.hasNonce(jwt.getClaimAsString("nonce"))) {
      throw untrusted("the nonce is another one");
    }
    OidcIdToken said =
        new OidcIdToken(
            jwt.getTokenValue(), jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getClaims());
    ProvedIdentity identity =
        new ProvedIdentity(
            issuer().toString(),
            subjectOf(said),
            said.getEmail(),
            Boolean.TRUE.equals(said.getEmailVerified()),
            said.getAuthenticatedAt());
    URI more = known.metadata().userInfo();
    return identity.email() != null || more == null
        ? identity
        : withEmail(identity, more, answer.getAccessToken().getTokenValue());
  }

  /// The validator has seen that it is there.
  private static String subjectOf(OidcIdToken said) {
    return Objects.requireNonNull(said.getSubject());
  }

  private OAuth2AccessTokenResponse exchange(Known known, Round round, Secret code) {
    OAuth2AuthorizationResponse answer =
        OAuth2AuthorizationResponse.success(code.reveal())
            .redirectUri(back.toString())
            .state(round.state())
            .build();
    try {
      return tokens.getTokenResponse(
          new OAuth2AuthorizationCodeGrantRequest(
              known.client(),
              new OAuth2AuthorizationExchange(request(known, round, false), answer)));
    } catch (OAuth2AuthorizationException e) {
      String error = e.getError().getErrorCode();
      LOG.atWarn().addKeyValue("error", error).log("the provider gave no token");
      throw ProblemException.of(
          "invalid_grant".equals(error)
              ? UserProblem.PROVIDER_STEP_EXPIRED
              : UserProblem.PROVIDER_FAULT);
    } catch (RestClientException e) {
      throw fault(e);
    }
  }

  private static Jwt verified(Known known, String idToken) {
    try {
      return known.idTokens().decode(idToken);
    } catch (JwtException e) {
      LOG.atWarn().addKeyValue("why", e.getMessage()).log("an ID token was refused");
      throw ProblemException.of(UserProblem.PROVIDER_ANSWER_INVALID);
    }
  }

  /// Some providers tell the e-mail only to whoever asks for it.
  private ProvedIdentity withEmail(ProvedIdentity identity, URI address, String accessToken) {
    try {
      JsonNode said = json.readTree(http.text(address, accessToken));
      if (!identity.subject().equals(said.path("sub").asString(""))) {
        throw untrusted("the user info is somebody else's");
      }
      return new ProvedIdentity(
          identity.issuer(),
          identity.subject(),
          said.path("email").asString(null),
          said.path("email_verified").asBoolean(false),
          identity.authenticatedAt());
    } catch (IOException | tools.jackson.core.JacksonException e) {
      throw fault(e);
    }
  }

  private Known known() {
    Known before = known;
    if (before != null && before.at().plus(FRESH).isAfter(clock.instant())) {
      return before;
    }
    try {
      Known now = ask(issuer());
      known = now;
      return now;
    } catch (IOException e) {
      if (before != null) {
        LOG.atWarn()
            .setCause(e)
            .log("the provider does not tell its configuration; the last is used");
        return before;
      }
      throw fault(e);
    }
  }

  private Known ask(URI issuer) throws IOException {
    String base = issuer.toString();
    String where = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    ProviderMetadata metadata =
        ProviderMetadata.of(issuer, http.text(URI.create(where + CONFIGURATION), null), json);
    ClientRegistration client = client(issuer, metadata);
    return new Known(
        clock.instant(),
        metadata,
        client,
        IdTokens.of(client, metadata, http, clock.withZone(ZoneOffset.UTC)));
  }

  private ClientRegistration client(URI issuer, ProviderMetadata metadata) {
    Secret secret = Objects.requireNonNull(settings.clientSecret()); // as there is an issuer
    return ClientRegistration.withRegistrationId("provider")
        .clientId(Objects.requireNonNull(settings.clientId()))
        .clientSecret(secret.reveal())
        .clientAuthenticationMethod(metadata.clientAuthentication())
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(back.toString())
        .scope("openid", "email")
        .authorizationUri(metadata.authorization().toString())
        .tokenUri(metadata.token().toString())
        .jwkSetUri(metadata.keys().toString())
        .issuerUri(issuer.toString())
        .build();
  }

  private static ProblemException untrusted(String why) {
    LOG.atWarn().addKeyValue("why", why).log("an answer of the provider was refused");
    return ProblemException.of(UserProblem.PROVIDER_ANSWER_INVALID);
  }

  private static ProblemException fault(Exception cause) {
    LOG.atWarn().setCause(cause).log("the provider did not answer, or not as it should");
    return ProblemException.of(UserProblem.PROVIDER_FAULT);
  }

  @Override
  public void close() {
    http.close();
  }
}
