package xyz.contentfactory.integration.delivery;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.account.Account;
import xyz.contentfactory.integration.account.AccountKind;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.channel.Channel;
import xyz.contentfactory.integration.channel.Channels;
import xyz.contentfactory.integration.event.Events;
import xyz.contentfactory.integration.event.Topic;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.problem.Complaints;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.problem.ProblemException;

/// Accepts a post: checks that it can be made, writes it down with its random id, wakes the
/// account's owner.
public final class DeliveryPlan {
  private final ServiceDatabase database;
  private final Deliveries deliveries;
  private final Channels channels;
  private final Accounts accounts;
  private final Journal journal;
  private final Events events;
  private final DeliveryWake wake;
  private final InstantSource clock;

  public DeliveryPlan(
      ServiceDatabase database,
      Deliveries deliveries,
      Channels channels,
      Accounts accounts,
      Journal journal,
      Events events,
      DeliveryWake wake,
      InstantSource clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.channels = channels;
    this.accounts = accounts;
    this.journal = journal;
    this.events = events;
    this.wake = wake;
    this.clock = clock;
  }

  /// @param isNew false when an earlier request with the same key had planned it
  record Planned(Delivery delivery, boolean isNew) {}

  Planned plan(UUID member, UUID channelId, PostWish wish, @Nullable String keyHeader) {
    IdempotencyKey key = IdempotencyKey.of(keyHeader, channelId, wish);
    Optional<Delivery> earlier = deliveries.planned(member, key);
    if (earlier.isPresent()) {
      return new Planned(earlier.get(), false);
    }
    PlannedPost post = wish.at(clock.instant());
    Channel channel =
        channels
            .find(member, channelId)
            .orElseThrow(() -> ProblemException.of(TelegramProblem.CHANNEL_NOT_FOUND));
    Account account = postable(member, channel);
    if (!wish.enclosures().buttons().isEmpty() && account.kind() != AccountKind.BOT) {
      throw Complaints.about("enclosures.buttons", "Only bots post buttons.", "bots-only");
    }
    Enclosures enclosures = deliveries.enclosed(member, wish.enclosures());
    return write(
        new NewDelivery(
            member,
            account.id(),
            channel.id(),
            channel.title(),
            account.stateUntil(),
            deliveries.placed(channel.id(), post),
            enclosures,
            key));
  }

  private Account postable(UUID member, Channel channel) {
    Account account =
        accounts
            .find(member, channel.accountId())
            .orElseThrow(() -> ProblemException.of(TelegramProblem.CHANNEL_NOT_FOUND));
    if (!account.state().isAlive()) {
      throw ProblemException.of(TelegramProblem.ACCOUNT_LOGGED_OUT);
    }
    if (!channel.canPost()) {
      throw ProblemException.of(TelegramProblem.POST_NOT_ALLOWED);
    }
    return account;
  }

  private Planned write(NewDelivery wish) {
    Optional<Delivery> written =
        database.inTransaction(() -> {
          Optional<Delivery> delivery = deliveries.plan(wish);
          delivery.ifPresent(planned -> {
            journal.write(line(wish, planned));
            deliveries.announce(wish.accountId());
          });
          return delivery;
        });
    if (written.isEmpty()) {
      // the same request came twice at once, and the other one was first
      return new Planned(deliveries.planned(wish.memberId(), wish.key()).orElseThrow(), false);
    }
    events.publish(wish.memberId(), Topic.DELIVERY, written.get());
    wake.wake(wish.accountId());
    return new Planned(written.get(), true);
  }

  private static Act line(NewDelivery wish, Delivery planned) {
    String late = "Telegram lets the account post no earlier than " + planned.retryAt() + ".";
    return Act.ok(wish.memberId(), wish.accountId(), LogKind.DELIVERY_PLANNED)
        .partOf(planned.id())
        .withPeer(planned.where())
        .withDetail(planned.delayed() ? late : null);
  }
}
