package xyz.contentfactory.user.captcha;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings `user-service.captcha.*`.
///
/// @param difficulty the largest number that may have to be tried; half of it on average. A hash
///   takes a phone about 15 µs in plain JavaScript, so that the default costs it about a second. 0
///   asks for no captcha
/// @param life how long a challenge may be solved and shown
public record CaptchaSettings(
    @DefaultValue("100000") int difficulty, @DefaultValue("10m") Duration life) {
  static final int MAX_DIFFICULTY = 100_000_000;

  public CaptchaSettings {
    if (difficulty < 0 || difficulty > MAX_DIFFICULTY) {
      throw new IllegalArgumentException("user-service.captcha.difficulty must be 0 to 100000000");
    }
    if (!life.isPositive() || life.compareTo(Duration.ofHours(1)) > 0) {
      throw new IllegalArgumentException("user-service.captcha.life must be up to 1h");
    }
  }

  public boolean wanted() {
    return difficulty > 0;
  }
}
