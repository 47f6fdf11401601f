package xyz.contentfactory.integration.delivery;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.account.Account;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.event.Events;
import xyz.contentfactory.integration.event.Topic;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.problem.ProblemException;

/// What a member changes about posts: planned ones at once, live ones by asking the account's
/// owner.
public final class PostChanges {
  private final ServiceDatabase database;
  private final Deliveries deliveries;
  private final Accounts accounts;
  private final Journal journal;
  private final Events events;
  private final DeliveryWake wake;
  private final InstantSource clock;

  public PostChanges(
      ServiceDatabase database,
      Deliveries deliveries,
      Accounts accounts,
      Journal journal,
      Events events,
      DeliveryWake wake,
      InstantSource clock) {
    this.database = database;
    this.deliveries = deliveries;
    this.accounts = accounts;
    this.journal = journal;
    this.events = events;
    this.wake = wake;
    this.clock = clock;
  }

  Delivery change(UUID member, UUID id, ChangeRequest request) {
    Delivery old = found(member, id);
    return switch (old.state()) {
      case PLANNED -> {
        PlannedPost post = deliveries.placed(old.channelId(), request.over(old, clock.instant()));
        yield write(member, old, LogKind.DELIVERY_CHANGED, () -> deliveries.replan(id, post));
      }
      case SENT -> ask(member, old, request.edit(old));
      case SENDING -> throw ProblemException.of(TelegramProblem.POST_UNDER_WAY);
      case REFUSED, CANCELLED -> throw ProblemException.of(TelegramProblem.POST_NOT_CHANGEABLE);
    };
  }

  Delivery cancel(UUID member, UUID id) {
    Delivery old = found(member, id);
    return write(member, old, LogKind.DELIVERY_CANCELLED, () -> deliveries.cancel(id));
  }

  /// Takes back a cancellation, or tries again what was refused.
  Delivery retry(UUID member, UUID id) {
    Delivery old = found(member, id);
    mustBeConnected(member, old);
    return write(member, old, LogKind.DELIVERY_PLANNED, () -> deliveries.retry(id));
  }

  /// Deletes, pins or unpins the post in its channel.
  Delivery act(UUID member, UUID id, ChangeKind kind) {
    return ask(member, found(member, id), WantedChange.of(kind));
  }

  private Delivery ask(UUID member, Delivery old, WantedChange wanted) {
    mustBeConnected(member, old);
    return write(member, old, null, () -> deliveries.askChange(old.id(), wanted));
  }

  private Delivery found(UUID member, UUID id) {
    return deliveries
        .find(member, id)
        .orElseThrow(() -> ProblemException.of(TelegramProblem.DELIVERY_NOT_FOUND));
  }

  private void mustBeConnected(UUID member, Delivery delivery) {
    boolean alive =
        accounts
            .find(member, delivery.accountId())
            .map(Account::state)
            .filter(state -> state.isAlive())
            .isPresent();
    if (!alive) {
      throw ProblemException.of(TelegramProblem.ACCOUNT_LOGGED_OUT);
    }
  }

  /// The change with its line in the journal, then the event and the wake-up.
  ///
  /// @param kind null when the owner of the account writes the line, once it is done
  private Delivery write(
      UUID member, Delivery old, @Nullable LogKind kind, Supplier<Optional<Delivery>> change) {
    Delivery changed =
        database
            .inTransaction(() -> {
              Optional<Delivery> written = change.get();
              if (written.isPresent()) {
                deliveries.announce(old.accountId());
              }
              if (written.isPresent() && kind != null) {
                journal.write(
                    Act.ok(member, old.accountId(), kind).partOf(old.id()).withPeer(old.where()));
              }
              return written;
            })
            .orElseThrow(() -> notNow(found(member, old.id())));
    events.publish(member, Topic.DELIVERY, changed);
    wake.wake(old.accountId());
    return changed;
  }

  /// Why the row was not the one that was wanted.
  private static ProblemException notNow(Delivery delivery) {
    boolean busy =
        delivery.state() == DeliveryState.SENDING
            || (delivery.change() != null && delivery.change().refusal() == null);
    return ProblemException.of(
        busy ? TelegramProblem.POST_UNDER_WAY : TelegramProblem.POST_NOT_CHANGEABLE);
  }
}
