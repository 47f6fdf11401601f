package xyz.contentfactory.integration.health;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import xyz.contentfactory.integration.network.TelegramClock;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.network.TelegramSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.health.HealthPart;
import xyz.contentfactory.kit.health.HealthPart.Reading;

/// What this service tells of its health: the way to Telegram, the clock, the accounts, the queue
/// of deliveries.
@Configuration(proxyBeanMethods = false)
public class IntegrationHealth {
  private static final String DATABASE = "integrationDatabase";

  /// A delivery is due for longer than that only when nothing works on it.
  private static final Duration LATE = Duration.ofMinutes(15);

  @Bean
  HealthPart telegramHealth(TelegramGate gate, TelegramSettings settings) {
    return part("telegram", () -> new Reading(gate.isReady(), Map.of("network", settings.mode())));
  }

  /// Posts go out by this machine's clock.
  @Bean
  HealthPart clockHealth(TelegramClock clock) {
    return part(
        "clock",
        () ->
            new Reading(
                clock.isRight(),
                clock
                    .offset()
                    .map(offset -> Map.<String, Object>of("offsetSeconds", offset.toSeconds()))
                    .orElse(Map.of())));
  }

  /// Connected accounts by state; they work as long as they can be counted, for a lost login is the
  /// business of its owner.
  @Bean
  HealthPart accountsHealth(@Qualifier(DATABASE) ServiceDatabase database) {
    return part("accounts", () -> new Reading(true, accountsByState(database)));
  }

  private static Map<String, Object> accountsByState(ServiceDatabase database) {
    Map<String, Object> states = new LinkedHashMap<>();
    database
        .sql()
        .sql(
            """
            select shown_state, count(*) from telegram_sessions where state <> 'DISCONNECTED'
             group by shown_state order by shown_state
            """)
        .query(row -> {
          states.put(row.getString(1).toLowerCase(Locale.ROOT), row.getLong(2));
        });
    return states;
  }

  @Bean
  HealthPart deliveriesHealth(@Qualifier(DATABASE) ServiceDatabase database, InstantSource clock) {
    return part("deliveries", () -> queue(database, clock.instant()));
  }

  private static Reading queue(ServiceDatabase database, Instant now) {
    return database
        .sql()
        .sql(
            """
            select count(*), count(*) filter (where due_at <= :now),
                   coalesce(extract(epoch from :now - min(due_at)), 0)::bigint
              from deliveries where state in ('PLANNED', 'SENDING')
            """)
        .param("now", Timestamp.from(now))
        .query((row, index) -> {
          long late = Math.max(0, row.getLong(3));
          return new Reading(
              late <= LATE.toSeconds(),
              Map.of("open", row.getLong(1), "due", row.getLong(2), "latestSeconds", late));
        })
        .single();
  }

  private interface Look {
    Reading now();
  }

  private static HealthPart part(String name, Look look) {
    return new HealthPart() {
      @Override
      public String part() {
        return name;
      }

      @Override
      public Reading read() {
        return look.now();
      }
    };
  }
}
