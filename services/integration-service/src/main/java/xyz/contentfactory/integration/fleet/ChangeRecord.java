package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.delivery.ChangeKind;
import xyz.contentfactory.integration.delivery.Delivery;
import xyz.contentfactory.integration.delivery.LiveChange;
import xyz.contentfactory.integration.event.Topic;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.journal.LogResult;
import xyz.contentfactory.integration.problem.Failure;

/// Writes down each attempt to change a live post: the row, the line in the journal, then the
/// event.
final class ChangeRecord {
  private final UUID account;
  private final UUID member;
  private final Claim claim;
  private final Stores stores;

  ChangeRecord(UUID account, UUID member, Claim claim, Stores stores) {
    this.account = account;
    this.member = member;
    this.claim = claim;
    this.stores = stores;
  }

  Optional<LiveChange> begin() {
    return claim.write(() -> stores.changes().begin(account));
  }

  void done(LiveChange change, Duration took) {
    write(act(change, took), () -> stores.changes().done(change));
  }

  void refused(LiveChange change, Failure failure, Duration took) {
    Act act =
        act(change, took)
            .failing(LogResult.REFUSED, failure.code().code(), failure.telegramType())
            .withDetail(failure.detail());
    write(act, () -> stores.changes().refused(change, failure));
  }

  void again(LiveChange change, Failure failure, Instant notBefore, Duration took) {
    Act act =
        act(change, took)
            .failing(LogResult.FAILED, failure.code().code(), failure.telegramType())
            .withDetail("Attempt " + change.attempts() + ". " + failure.detail());
    write(act, () -> stores.changes().again(change, notBefore));
  }

  private Act act(LiveChange change, Duration took) {
    return Act.ok(member, account, kind(change.kind()))
        .partOf(change.id())
        .withAttempt(change.attempts())
        .withPeer(change.delivery().where())
        .took(took);
  }

  private static LogKind kind(ChangeKind kind) {
    return switch (kind) {
      case EDIT -> LogKind.POST_EDITED;
      case DELETE -> LogKind.POST_DELETED;
      case PIN -> LogKind.POST_PINNED;
      case UNPIN -> LogKind.POST_UNPINNED;
    };
  }

  private void write(Act act, Supplier<Delivery> change) {
    Delivery changed =
        claim.write(() -> {
          stores.journal().write(act);
          return change.get();
        });
    stores.events().publish(member, Topic.DELIVERY, changed);
  }
}
