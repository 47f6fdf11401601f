package xyz.contentfactory.integration;

import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import xyz.contentfactory.integration.media.MediaSettings;
import xyz.contentfactory.integration.network.TelegramSettings;
import xyz.contentfactory.kit.database.DatabaseSettings;

/// Settings `integration-service.*`.
///
/// @param database the schema `integration` lives there
/// @param telegram which Telegram to talk to, and as whom
/// @param leaseTime after how long the accounts of a killed process are free for another one
/// @param sweepEvery how often accounts without an owner, and due deliveries of restarts, are
///   looked for
/// @param loginPatience how long a login may be left alone before it is ended
/// @param journalMonths how many whole months of the journal stay besides the running one; 0 keeps
///   all
/// @param media where files for posts are kept, and how many
@ConfigurationProperties("integration-service")
public record IntegrationServiceSettings(
    DatabaseSettings database,
    TelegramSettings telegram,
    @DefaultValue("12s") Duration leaseTime,
    @DefaultValue("2s") Duration sweepEvery,
    @DefaultValue("10m") Duration loginPatience,
    @DefaultValue("12") int journalMonths,
    @DefaultValue MediaSettings media) {

  private static final Duration SHORTEST_LEASE = Duration.ofSeconds(1);

  public IntegrationServiceSettings {
    Objects.requireNonNull(database, "integration-service.database must be set");
    Objects.requireNonNull(telegram, "integration-service.telegram must be set");
    if (leaseTime.compareTo(SHORTEST_LEASE) < 0) {
      throw new IllegalArgumentException(
          "integration-service.lease-time must be at least one second");
    }
    if (!sweepEvery.isPositive() || !loginPatience.isPositive()) {
      throw new IllegalArgumentException(
          "integration-service.sweep-every and login-patience must be positive");
    }
    if (journalMonths < 0) {
      throw new IllegalArgumentException("integration-service.journal-months must not be negative");
    }
  }
}
