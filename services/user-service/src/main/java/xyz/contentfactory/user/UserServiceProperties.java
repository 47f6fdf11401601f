package xyz.contentfactory.user;

import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.user.captcha.CaptchaSettings;
import xyz.contentfactory.user.mail.MailSettings;
import xyz.contentfactory.user.oidc.OidcSettings;
import xyz.contentfactory.user.password.Argon2Cost;
import xyz.contentfactory.user.registration.RegistrationMode;

/// Settings `user-service.*`.
///
/// @param registration who may register
/// @param accessTokenLife how long an access token proves a session
/// @param refreshTokenLife a session not used for so long is over
/// @param sessionLife how long a session lasts, however often it is used
/// @param refreshGrace how long a used refresh token is still accepted (tabs at once)
/// @param signingKeyLife how long a key signs access tokens before a new one does
@ConfigurationProperties("user-service")
public record UserServiceProperties(
    DatabaseSettings database,
    @DefaultValue Argon2Cost password,
    @DefaultValue CaptchaSettings captcha,
    @DefaultValue MailSettings mail,
    @DefaultValue OidcSettings oidc,
    @DefaultValue("open") RegistrationMode registration,
    @DefaultValue("10m") Duration accessTokenLife,
    @DefaultValue("30d") Duration refreshTokenLife,
    @DefaultValue("90d") Duration sessionLife,
    @DefaultValue("10s") Duration refreshGrace,
    @DefaultValue("30d") Duration signingKeyLife) {
  public UserServiceProperties {
    Objects.requireNonNull(database, "user-service.database must be set");
    if (!accessTokenLife.isPositive() || accessTokenLife.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("user-service.access-token-life must be up to 1h");
    }
    if (refreshTokenLife.compareTo(accessTokenLife) <= 0) {
      throw new IllegalArgumentException(
          "user-service.refresh-token-life must be longer than access-token-life");
    }
    if (sessionLife.compareTo(accessTokenLife) <= 0) {
      throw new IllegalArgumentException(
          "user-service.session-life must be longer than access-token-life");
    }
    if (signingKeyLife.compareTo(Duration.ofHours(1)) < 0) {
      throw new IllegalArgumentException("user-service.signing-key-life must be at least 1h");
    }
    if (refreshGrace.isNegative() || refreshGrace.compareTo(Duration.ofMinutes(1)) > 0) {
      throw new IllegalArgumentException("user-service.refresh-grace must be 0s to 1m");
    }
  }
}
