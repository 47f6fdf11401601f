package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.integration.delivery.ChangeKind;
import xyz.contentfactory.integration.delivery.LiveChange;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.telegram.client.EditedText;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.mtproto.MtprotoException;

/// What becomes of a change of a live post after an attempt. Every change may be made twice without
/// harm, so one without an outcome is simply made again. Belongs to the actor's thread.
final class Changing {
  private static final Logger LOG = LoggerFactory.getLogger(Changing.class);

  private final ChangeRecord record;
  private final InstantSource clock;
  private @Nullable Instant nextTry;

  Changing(ChangeRecord record, InstantSource clock) {
    this.record = record;
    this.clock = clock;
  }

  /// When to look again, should nothing else happen.
  @Nullable Instant nextTry() {
    return nextTry;
  }

  Optional<LiveChange> begin() {
    if (nextTry != null && !clock.instant().isBefore(nextTry)) {
      nextTry = null;
    }
    return record.begin();
  }

  /// One attempt; for the thread of the call.
  boolean attempt(TelegramClient client, LiveChange change) {
    switch (change.kind()) {
      case EDIT ->
          client.editText(
              new EditedText(
                  change.peer(),
                  change.number(),
                  Objects.requireNonNull(change.text()),
                  change.entities(),
                  change.preview(),
                  change.buttons()));
      case DELETE -> client.deleteMessages(change.peer(), change.numbers());
      case PIN -> client.pinMessage(change.peer(), change.number(), true);
      case UNPIN -> client.pinMessage(change.peer(), change.number(), false);
    }
    return true;
  }

  void done(LiveChange change, Duration took) {
    record.done(change, took);
  }

  void failed(LiveChange change, RuntimeException thrown, Duration took) {
    if (thrown instanceof RpcException rpc) {
      answered(change, rpc.error(), took);
    } else {
      if (!(thrown instanceof MtprotoException)) {
        LOG.error("a change of delivery {} failed by a fault of ours", change.id(), thrown);
      }
      again(change, Failures.of(thrown), pause(change), took);
    }
  }

  private void answered(LiveChange change, RpcError error, Duration took) {
    Failure failure = Failures.of(error);
    switch (error) {
      case RpcError.FloodWait wait -> again(change, failure, wait.delay(), took);
      case RpcError.SlowMode slow -> again(change, failure, slow.delay(), took);
      // it waits until somebody is logged in again
      case RpcError.LoggedOut ignored -> again(change, failure, Duration.ZERO, took);
      case RpcError.KeyDuplicated ignored -> again(change, failure, Duration.ZERO, took);
      case RpcError.ServerFault ignored -> {
        if (RetryRule.isHopeless(change.attempts())) {
          record.refused(change, failure, took);
        } else {
          again(change, failure, pause(change), took);
        }
      }
      case RpcError.Refused refused -> {
        if (RetryRule.isRestriction(refused)) {
          again(change, failure, RetryRule.RESTRICTION, took);
        } else if (isSoAlready(change, refused)) {
          record.done(change, took);
        } else {
          record.refused(change, failure, took);
        }
      }
      case RpcError.Migrate ignored -> record.refused(change, failure, took);
      case RpcError.PasswordNeeded ignored -> record.refused(change, failure, took);
    }
  }

  /// An earlier attempt without an outcome has done it, or somebody else has.
  private static boolean isSoAlready(LiveChange change, RpcError error) {
    return switch (error.type()) {
      case "MESSAGE_NOT_MODIFIED" -> change.kind() == ChangeKind.EDIT && change.attempts() > 1;
      case "CHAT_NOT_MODIFIED" ->
          change.kind() == ChangeKind.PIN || change.kind() == ChangeKind.UNPIN;
      default -> false;
    };
  }

  private static Duration pause(LiveChange change) {
    return RetryRule.pauseAfter(change.attempts());
  }

  private void again(LiveChange change, Failure failure, Duration pause, Duration took) {
    Instant at = clock.instant().plus(pause);
    record.again(change, failure, at, took);
    if (nextTry == null || at.isBefore(nextTry)) {
      nextTry = at;
    }
  }
}
