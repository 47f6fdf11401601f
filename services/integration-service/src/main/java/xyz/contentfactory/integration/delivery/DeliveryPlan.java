package xyz.contentfactory.integration.delivery;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.account.Account;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.channel.Channel;
import xyz.contentfactory.integration.channel.Channels;
import xyz.contentfactory.integration.event.Events;
import xyz.contentfactory.integration.event.Topic;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.journal.LogKind;
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

  public DeliveryPlan(
      ServiceDatabase database,
      Deliveries deliveries,
      Channels channels,
      Accounts accounts,
      Journal journal,
      Events events,
      DeliveryWake wake) {
    this.database = database;
    this.deliveries = deliveries;
    this.channels = channels;
    this.accounts = accounts;
    this.journal = journal;
    this.events = events;
    this.wake = wake;
  }

  /// @param isNew false when an earlier request with the same key had planned it
  record Planned(Delivery delivery, boolean isNew) {}

  Planned plan(UUID member, UUID channelId, PostText post, @Nullable String keyHeader) {
    IdempotencyKey key = IdempotencyKey.of(keyHeader, channelId, post);
    Optional<Delivery> earlier = deliveries.planned(member, key);
    if (earlier.isPresent()) {
      return new Planned(earlier.get(), false);
    }
    Channel channel = postable(member, channelId);
    return write(
        new NewDelivery(member, channel.accountId(), channel.id(), channel.title(), post, key));
  }

  private Channel postable(UUID member, UUID channelId) {
    Channel channel =
        channels
            .find(member, channelId)
            .orElseThrow(() -> ProblemException.of(TelegramProblem.CHANNEL_NOT_FOUND));
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
    return channel;
  }

  private Planned write(NewDelivery wish) {
    Optional<Delivery> written =
        database.inTransaction(() -> {
          Optional<Delivery> delivery = deliveries.plan(wish);
          delivery.ifPresent(ignored ->
              journal.write(
                  Act.ok(wish.memberId(), wish.accountId(), LogKind.DELIVERY_PLANNED)
                      .withPeer(wish.channelTitle())));
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
}
