package xyz.contentfactory.user;

import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.user.password.Argon2Cost;

/// Settings `user-service.*`.
///
/// @param accessTokenLife how long an access token proves a session
/// @param refreshTokenLife a session not used for so long is over
/// @param refreshGrace how long a used refresh token is still accepted (tabs at once)
@ConfigurationProperties("user-service")
public record UserServiceProperties(
    DatabaseSettings database,
    @DefaultValue Argon2Cost password,
    @DefaultValue("10m") Duration accessTokenLife,
    @DefaultValue("30d") Duration refreshTokenLife,
    @DefaultValue("10s") Duration refreshGrace) {
  public UserServiceProperties {
    Objects.requireNonNull(database, "user-service.database must be set");
    if (!accessTokenLife.isPositive() || accessTokenLife.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("user-service.access-token-life must be up to 1h");
    }
    if (refreshTokenLife.compareTo(accessTokenLife) <= 0) {
      throw new IllegalArgumentException(
          "user-service.refresh-token-life must be longer than access-token-life");
    }
    if (refreshGrace.isNegative() || refreshGrace.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("user-service.refresh-grace must be 0s to 1m");
    }
  }
}
