package xyz.contentfactory.integration.batch;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings `integration-service.connect.*`: how many numbers are connected at once, and how fast.
/// Telegram publishes no limit; it answers haste with flood waits that grow. The presets are what a
/// person with a pile of phones keeps up with: a code every ten seconds, and ten of them waiting,
/// which are typed long before the first one dies (about five minutes).
///
/// @param numbers at most so many of a member are under way, and in one list
/// @param startsPerMinute codes asked for by this installation in a minute, evenly spaced
/// @param startsPerHour codes asked for in an hour by the lists of one member, retries included
/// @param open logins of a member's lists that wait for a code or a password at the same time
@ConfigurationProperties("integration-service.connect")
public record ConnectSettings(
    @DefaultValue("100") int numbers,
    @DefaultValue("6") int startsPerMinute,
    @DefaultValue("120") int startsPerHour,
    @DefaultValue("10") int open) {

  public ConnectSettings {
    if (numbers < 1 || startsPerMinute < 1 || startsPerHour < 1 || open < 1) {
      throw new IllegalArgumentException("integration-service.connect.* must be at least 1");
    }
  }
}
