package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.delivery.Delivery;
import xyz.contentfactory.integration.delivery.Outgoing;
import xyz.contentfactory.integration.delivery.Retry;
import xyz.contentfactory.integration.event.Topic;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.journal.LogResult;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.telegram.client.SentMessage;

/// Writes down each attempt of a delivery, before and after: the row, the line in the journal, then
/// the event.
final class DeliveryRecord {
  private final UUID account;
  private final UUID member;
  private final Claim claim;
  private final Stores stores;

  DeliveryRecord(UUID account, UUID member, Claim claim, Stores stores) {
    this.account = account;
    this.member = member;
    this.claim = claim;
    this.stores = stores;
  }

  /// The next attempt, if there is one to make now; it is written down before it is made.
  ///
  /// @param files whether it may be a post with files
  Optional<Outgoing> begin(boolean files) {
    Optional<Outgoing> next =
        claim.write(() -> {
          Optional<Outgoing> begun = stores.outbox().begin(account, claim.epoch(), files);
          begun.ifPresent(outgoing ->
              stores
                  .journal()
                  .write(
                      act(LogKind.DELIVERY_ATTEMPT, outgoing)
                          .withDetail("Attempt " + outgoing.delivery().attempts() + ".")));
          return begun;
        });
    next.ifPresent(outgoing -> publish(outgoing.delivery()));
    return next;
  }

  void sent(Outgoing outgoing, Posted posted, Duration took) {
    SentMessage message = posted.message();
    Act act = act(LogKind.DELIVERY_SENT, outgoing).took(took).withDetail(remark(posted));
    String link = message.link(outgoing.username());
    boolean twice = posted.twin() != null;
    Delivery sent =
        write(act, () -> stores.outbox().sent(outgoing.id(), posted.messages(), link, twice));
    stores.meters().sent(sent, message, twice);
  }

  private static @Nullable String remark(Posted posted) {
    SentMessage message = posted.message();
    if (posted.twin() != null) {
      return "The same text stands as message "
          + posted.twin()
          + ", too; look whether it is twice.";
    }
    if (message.number() == null) {
      return "Telegram has taken it, but did not say as which message.";
    }
    return message.repeated() ? "An earlier attempt had sent it already." : null;
  }

  void refused(Outgoing outgoing, Failure failure, Duration took) {
    Act act =
        act(LogKind.DELIVERY_REFUSED, outgoing)
            .failing(LogResult.REFUSED, failure.code().code(), failure.telegramType())
            .withDetail(failure.detail())
            .took(took);
    write(act, () -> stores.outbox().refused(outgoing.id(), failure));
    stores.meters().refused();
  }

  void again(Outgoing outgoing, Failure failure, Retry why, Instant notBefore, Duration took) {
    write(
        attempt(outgoing, failure, took),
        () -> stores.outbox().again(outgoing.id(), why, notBefore));
    tellDelayed(failure, notBefore);
  }

  void postponeAll(Outgoing outgoing, Failure failure, Instant notBefore, Duration took) {
    write(
        attempt(outgoing, failure, took),
        () -> {
          stores.outbox().postpone(account, notBefore);
          return stores.outbox().again(outgoing.id(), Retry.NOT_POSTED, notBefore);
        });
    tellDelayed(failure, notBefore);
  }

  /// Posts that will be later than their patience allows: a person learns of it now, not then.
  private void tellDelayed(Failure failure, Instant notBefore) {
    List<Delivery> told =
        claim.write(() -> {
          List<Delivery> delayed = stores.outbox().delayed(account, notBefore);
          delayed.forEach(delivery ->
              stores
                  .journal()
                  .write(
                      Act.ok(member, account, LogKind.DELIVERY_DELAYED)
                          .partOf(delivery.id())
                          .withPeer(delivery.where())
                          .failing(LogResult.FAILED, failure.code().code(), failure.telegramType())
                          .withDetail("Not before " + notBefore + ". " + failure.detail())));
          if (!delayed.isEmpty()) {
            stores.notices().late(account, delayed.size(), notBefore);
          }
          return delayed;
        });
    stores.meters().delayed(told.size());
    told.forEach(this::publish);
  }

  private Act attempt(Outgoing outgoing, Failure failure, Duration took) {
    return act(LogKind.DELIVERY_ATTEMPT, outgoing)
        .failing(LogResult.FAILED, failure.code().code(), failure.telegramType())
        .withDetail("Attempt " + outgoing.delivery().attempts() + ". " + failure.detail())
        .took(took);
  }

  private Act act(LogKind kind, Outgoing outgoing) {
    return Act.ok(member, account, kind)
        .partOf(outgoing.id())
        .withAttempt(outgoing.delivery().attempts())
        .withPeer(outgoing.delivery().where());
  }

  private Delivery write(Act act, Supplier<Delivery> change) {
    Delivery changed =
        claim.write(() -> {
          stores.journal().write(act);
          return change.get();
        });
    publish(changed);
    return changed;
  }

  private void publish(Delivery delivery) {
    stores.events().publish(member, Topic.DELIVERY, delivery);
  }
}
