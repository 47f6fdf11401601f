package xyz.contentfactory.gateway;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import xyz.contentfactory.gateway.limit.Limit;

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
    @DefaultValue Limits limits) {

  public ApiGatewayProperties {
    if (maxBody.toBytes() < 1024) {
      throw new IllegalArgumentException("api-gateway.max-body must be at least 1KB");
    }
    if (clockSkew.isNegative() || clockSkew.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("api-gateway.clock-skew must be 0s to 1m");
    }
  }

  /// How often, written as `30/1m`: so many at once, and as many again in that time.
  ///
  /// @param loginPerAddress sign-ins from one address; an office shares one
  /// @param loginPerAccount sign-ins to one e-mail, from wherever
  /// @param registerPerAddress registrations from one address
  /// @param refreshPerAddress refreshes from one address; every tab of an office does one in 10
  ///   minutes
  /// @param connectPerAddress steps of connecting Telegram accounts from one address
  /// @param connectPerMember steps of connecting Telegram accounts by one member
  public record Limits(
      @DefaultValue("60/1m") Limit loginPerAddress,
      @DefaultValue("10/1m") Limit loginPerAccount,
      @DefaultValue("30/1m") Limit registerPerAddress,
      @DefaultValue("300/1m") Limit refreshPerAddress,
      @DefaultValue("120/1m") Limit connectPerAddress,
      @DefaultValue("60/1m") Limit connectPerMember) {}
}
