package xyz.contentfactory.gateway;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import xyz.contentfactory.gateway.limit.RequestLimits;

/// Settings `api-gateway.*`.
///
/// @param webDirectory the built cabinet (the folder with `index.html`); none serves the API alone
/// @param secureCookies mark cookies `Secure` and send HSTS even when TLS ends before this process;
///   on an https request both happen anyway
/// @param refreshCookieLife how long the browser keeps the refresh cookie; as long as
///   `user-service.refresh-token-life`
/// @param maxBody the longest request body; beyond it the answer is `payload-too-large`
/// @param clockSkew by how much an access token may be older than its expiry says
@ConfigurationProperties("api-gateway")
public record ApiGatewayProperties(
    @Nullable Path webDirectory,
    @DefaultValue("false") boolean secureCookies,
    @DefaultValue("30d") Duration refreshCookieLife,
    @DefaultValue("1MB") DataSize maxBody,
    @DefaultValue("2s") Duration clockSkew,
    @DefaultValue RequestLimits limits) {

  public ApiGatewayProperties {
    if (maxBody.toBytes() < 1024) {
      throw new IllegalArgumentException("api-gateway.max-body must be at least 1KB");
    }
    if (clockSkew.isNegative() || clockSkew.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("api-gateway.clock-skew must be 0s to 1m");
    }
  }
}
