package xyz.contentfactory.gateway;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import xyz.contentfactory.gateway.guard.AddressRange;
import xyz.contentfactory.gateway.guard.FileIntake;
import xyz.contentfactory.gateway.limit.Counter;
import xyz.contentfactory.gateway.limit.Limit;

/// Settings `api-gateway.*`.
///
/// @param webDirectory the built cabinet (the folder with `index.html`); none serves the API alone
/// @param trustedProxies addresses and networks (`10.0.0.0/8`) whose `X-Forwarded-For` or
///   `Forwarded` is believed; none believes nobody
/// @param refreshCookieLife how long the browser keeps the refresh cookie; as long as
///   `user-service.refresh-token-life`
/// @param maxBody the longest request body; beyond it the answer is `payload-too-large`
/// @param maxTime how long one request may take; beyond it the answer is `temporarily-unavailable`
/// @param maxFile the longest file that is taken for a post
/// @param maxFileTime how long it may take to arrive
/// @param limits counters whose limit differs from the table `Counter`, as in `login-per-address:
///   60/1m`
/// @param clockSkew by how much an access token may be older than its expiry says
/// @param debug whether Swagger UI and ReDoc are there
@ConfigurationProperties("api-gateway")
public record ApiGatewayProperties(
    @Nullable Path webDirectory,
    @DefaultValue List<String> trustedProxies,
    @DefaultValue("30d") Duration refreshCookieLife,
    @DefaultValue("1MB") DataSize maxBody,
    @DefaultValue("2s") Duration clockSkew,
    @DefaultValue("60s") Duration maxTime,
    @DefaultValue("2000MB") DataSize maxFile,
    @DefaultValue("6h") Duration maxFileTime,
    @DefaultValue Map<Counter, Limit> limits,
    @DefaultValue("false") boolean debug) {

  public ApiGatewayProperties {
    if (maxBody.toBytes() < 1024) {
      throw new IllegalArgumentException("api-gateway.max-body must be at least 1KB");
    }
    if (maxTime.toSeconds() < 1 || maxFileTime.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "api-gateway.max-time and max-file-time must be at least 1s");
    }
    if (clockSkew.isNegative() || clockSkew.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("api-gateway.clock-skew must be 0s to 1m");
    }
  }

  FileIntake files() {
    return new FileIntake(maxFile.toBytes(), maxFileTime);
  }

  List<AddressRange> proxies() {
    return trustedProxies.stream().map(AddressRange::of).toList();
  }
}
