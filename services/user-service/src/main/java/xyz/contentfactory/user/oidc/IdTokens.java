package xyz.contentfactory.user.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Accepts an ID token only if one of the provider's keys signed it with an asymmetric algorithm
/// that the provider names, and if it is from the provider, for us, and in its time. The keys are
/// kept for a while, and asked for again when a token names one that is not among them, at most
/// every half minute.
final class IdTokens {
  private static final Duration KEYS_LIVE = Duration.ofHours(1);
  private static final Duration KEYS_WAIT = Duration.ofSeconds(15);
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(1);

  private IdTokens() {}

  static JwtDecoder of(
      ClientRegistration client, ProviderMetadata metadata, ProviderHttp http, Clock clock) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(metadata.algorithms(), keys(metadata.keys(), http)));
    // the claims are checked below, against our clock
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setClaimSetConverter(
        new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
    OidcIdTokenValidator validator = new OidcIdTokenValidator(client);
    validator.setClock(clock);
    validator.setClockSkew(CLOCK_SKEW);
    decoder.setJwtValidator(validator);
    return decoder;
  }

  private static JWKSource<SecurityContext> keys(URI address, ProviderHttp http) {
    return JWKSourceBuilder.create(url(address), new Keys(http))
        .cache(KEYS_LIVE.toMillis(), KEYS_WAIT.toMillis())
        .refreshAheadCache(false) // it would start threads of its own
        .build();
  }

  private static URL url(URI address) {
    try {
      return address.toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException("an http address is a URL", e);
    }
  }

  private record Keys(ProviderHttp http) implements ResourceRetriever {
    @Override
    public Resource retrieveResource(URL url) throws IOException {
      try {
        return new Resource(http.text(url.toURI(), null), "application/json");
      } catch (URISyntaxException e) {
        throw new IOException(e);
      }
    }
  }
}
