package xyz.contentfactory.integration.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;
import xyz.contentfactory.telegram.client.SentMessage;

/// What this process measures of its posts. The dashboard's numbers come from the database, which
/// knows those of all processes.
public final class DeliveryMeters {
  private final Timer lateness;
  private final Counter refused;
  private final Counter delayed;
  private final Counter lost;
  private final Counter doubled;
  private final Counter repeated;

  public DeliveryMeters(MeterRegistry meters) {
    lateness =
        Timer.builder("deliveries.lateness")
            .description("From the planned time until Telegram's answer")
            .publishPercentiles(0.5, 0.99)
            .publishPercentileHistogram()
            .register(meters);
    refused = counter(meters, "refused", "Telegram said no");
    delayed = counter(meters, "delayed", "Later than their patience allows");
    lost = counter(meters, "lost", "Taken by Telegram, and not to be seen in the channel");
    doubled = counter(meters, "doubled", "Another one with the same text stood beside it");
    repeated = counter(meters, "repeated", "A second attempt that Telegram knew to be one");
  }

  private static Counter counter(MeterRegistry meters, String name, String what) {
    return Counter.builder("deliveries." + name).description(what).register(meters);
  }

  /// A post stands.
  public void sent(Delivery delivery, SentMessage message, boolean twice) {
    lateness.record(Duration.ofMillis(Objects.requireNonNullElse(delivery.lateMillis(), 0L)));
    if (message.number() == null) {
      lost.increment();
    }
    if (twice) {
      doubled.increment();
    }
    if (message.repeated()) {
      repeated.increment();
    }
  }

  public void refused() {
    refused.increment();
  }

  public void delayed(int posts) {
    delayed.increment(posts);
  }
}
