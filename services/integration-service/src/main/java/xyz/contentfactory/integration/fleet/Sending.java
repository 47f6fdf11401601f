package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.integration.delivery.Outgoing;
import xyz.contentfactory.integration.delivery.Retry;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.client.SentMessage;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.mtproto.MtprotoException;

/// What becomes of a delivery after an attempt. The one place where sending is retried.
final class Sending {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  private final DeliveryRecord record;
  private final MediaSending media;
  private final InstantSource clock;
  private @Nullable Instant nextTry;

  Sending(DeliveryRecord record, MediaSending media, InstantSource clock) {
    this.record = record;
    this.media = media;
    this.clock = clock;
  }

  /// When to look again, should nothing else happen.
  @Nullable Instant nextTry() {
    return nextTry;
  }

  /// @param files whether it may be a post with files
  Optional<Outgoing> begin(boolean files) {
    if (nextTry != null && !clock.instant().isBefore(nextTry)) {
      nextTry = null;
    }
    return record.begin(files);
  }

  /// One attempt; for the thread of the call. Before a delivery that may stand in the channel is
  /// given up, it is looked for there; and when it is new although an earlier attempt had no
  /// outcome, whether it stands twice.
  Posted attempt(TelegramClient client, Outgoing outgoing) {
    try {
      return send(client, outgoing);
    } catch (RpcException refused) {
      List<SentMessage> earlier =
          givesUp(outgoing, refused.error()) ? find(client, outgoing) : null;
      if (earlier == null) {
        throw refused;
      }
      return new Posted(earlier, null);
    }
  }

  private Posted send(TelegramClient client, Outgoing outgoing) {
    if (outgoing.hasMedia()) {
      return new Posted(media.send(client, outgoing), null);
    }
    SentMessage message = client.sendText(outgoing.toText());
    Integer twin = outgoing.unsure() ? twin(client, outgoing, message) : null;
    return new Posted(List.of(message), twin);
  }

  private static @Nullable Integer twin(
      TelegramClient client, Outgoing outgoing, SentMessage message) {
    if (message.repeated() || message.number() == null) {
      return null;
    }
    try {
      SentMessage first = client.findText(outgoing.toText());
      return first == null || message.number().equals(first.number()) ? null : first.number();
    } catch (MtprotoException e) {
      LOG.debug("delivery {} was not looked for a second time", outgoing.id(), e);
      return null;
    }
  }

  private static boolean givesUp(Outgoing outgoing, RpcError error) {
    return switch (error) {
      case RpcError.ServerFault ignored -> RetryRule.isHopeless(outgoing.faults() + 1);
      case RpcError.Refused ignored -> outgoing.unsure();
      case RpcError.Migrate ignored -> outgoing.unsure();
      case RpcError.PasswordNeeded ignored -> outgoing.unsure();
      case RpcError.FloodWait ignored -> false;
      case RpcError.SlowMode ignored -> false;
      case RpcError.LoggedOut ignored -> false;
      case RpcError.KeyDuplicated ignored -> false;
    };
  }

  /// Null when it is not to be seen; that may be because we may not look any more.
  private @Nullable List<SentMessage> find(TelegramClient client, Outgoing outgoing) {
    try {
      if (outgoing.hasMedia()) {
        return media.find(client, outgoing);
      }
      SentMessage text = client.findText(outgoing.toText());
      return text == null ? null : List.of(text);
    } catch (RpcException e) {
      if (e.error() instanceof RpcError.Refused) {
        return null;
      }
      throw e;
    }
  }

  void sent(Outgoing outgoing, Posted posted, Duration took) {
    record.sent(outgoing, posted, took);
  }

  void failed(Outgoing outgoing, RuntimeException thrown, Duration took) {
    if (thrown instanceof RpcException rpc) {
      answered(outgoing, rpc.error(), took);
    } else if (thrown instanceof MediaGone gone) {
      refused(outgoing, Failures.mediaGone(gone.getMessage()), took);
    } else {
      if (!(thrown instanceof MtprotoException)) {
        LOG.error("delivery {} failed by a fault of ours", outgoing.id(), thrown);
      }
      // no answer: Telegram may have the message, so only the same random id may follow
      again(outgoing, Failures.of(thrown), Retry.UNKNOWN, took);
    }
  }

  private void answered(Outgoing outgoing, RpcError error, Duration took) {
    Failure failure = Failures.of(error);
    switch (error) {
      case RpcError.FloodWait wait ->
          record.postponeAll(outgoing, failure, clock.instant().plus(wait.delay()), took);
      case RpcError.SlowMode slow -> {
        Instant at = clock.instant().plus(slow.delay());
        record.again(outgoing, failure, Retry.NOT_POSTED, at, took);
        remember(at);
      }
      case RpcError.LoggedOut ignored -> back(outgoing, failure, took);
      case RpcError.KeyDuplicated ignored -> back(outgoing, failure, took);
      case RpcError.ServerFault ignored -> {
        if (RetryRule.isHopeless(outgoing.faults() + 1)) {
          // each of those attempts may have posted it
          record.refused(outgoing, failure.unsure(), took);
        } else {
          again(outgoing, failure, Retry.FAULT, took);
        }
      }
      case RpcError.Refused refused -> {
        if (RetryRule.isRestriction(refused)) {
          record.postponeAll(outgoing, failure, clock.instant().plus(RetryRule.RESTRICTION), took);
        } else {
          refused(outgoing, failure, took);
        }
      }
      case RpcError.Migrate ignored -> refused(outgoing, failure, took);
      case RpcError.PasswordNeeded ignored -> refused(outgoing, failure, took);
    }
  }

  private void refused(Outgoing outgoing, Failure failure, Duration took) {
    record.refused(outgoing, outgoing.unsure() ? failure.unsure() : failure, took);
  }

  private void again(Outgoing outgoing, Failure failure, Retry why, Duration took) {
    Instant at = clock.instant().plus(RetryRule.pauseAfter(outgoing.delivery().attempts(), why));
    record.again(outgoing, failure, why, at, took);
    remember(at);
  }

  /// Not carried out, and nobody is logged in any more: it waits until somebody is.
  private void back(Outgoing outgoing, Failure failure, Duration took) {
    record.again(outgoing, failure, Retry.NOT_POSTED, clock.instant(), took);
  }

  private void remember(Instant at) {
    if (nextTry == null || at.isBefore(nextTry)) {
      nextTry = at;
    }
  }
}
