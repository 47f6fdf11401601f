package xyz.contentfactory.integration.fleet;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.account.AccountKind;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.Dialog;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.RpcException;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.client.TelegramUser;

/// The calls of an account that are not posts, each with what is written down after it.
///
/// @param failed what a failure means for the account as a whole
record Errands(
    AccountKind kind,
    TelegramClient client,
    AccountRecord record,
    Consumer<RuntimeException> failed) {

  /// The first question on a connection: does the login still hold, and who is it?
  OpenCall<TelegramUser> greet(Runnable greeted, Runnable unanswered) {
    return new OpenCall<>(
        client::self,
        (user, took) -> {
          record.person(user);
          greeted.run();
        },
        (failure, took) -> {
          unanswered.run();
          failed.accept(failure);
        });
  }

  /// Asks what the account sees.
  ///
  /// @param request null when nobody waits for it
  OpenCall<List<Dialog>> refreshChannels(@Nullable Request request) {
    return new OpenCall<>(
        this::channels,
        (seen, took) -> {
          record.channels(seen, took);
          if (request != null) {
            request.done();
          }
        },
        (failure, took) -> refused(request, LogKind.CHANNELS_REFRESHED, failure));
  }

  private List<Dialog> channels() {
    return switch (kind) {
      case USER -> client.dialogs();
      case BOT -> client.channelsAmong(record.channelCandidates());
    };
  }

  /// What a person asks besides; a failure is written down where the question leaves a trace.
  <R> OpenCall<R> ask(Question<R> question) {
    return new OpenCall<>(
        () -> question.askOf(client),
        (answer, took) -> {
          question.note(record, answer, took);
          question.answered(answer);
        },
        (failure, took) -> refused(question, question.kind(), failure));
  }

  OpenCall<Boolean> disconnect(Request request, Runnable disconnected) {
    return new OpenCall<>(
        () -> {
          client.logOut();
          return true;
        },
        (loggedOut, took) -> erase(request, disconnected),
        (failure, took) -> {
          if (isOver(failure)) {
            erase(request, disconnected);
          } else {
            refused(request, LogKind.ACCOUNT_DISCONNECTED, failure);
          }
        });
  }

  private void erase(Request request, Runnable disconnected) {
    record.disconnected();
    disconnected.run();
    request.done();
  }

  static boolean isOver(RuntimeException failure) {
    return failure instanceof RpcException rpc
        && (rpc.error() instanceof RpcError.LoggedOut
            || rpc.error() instanceof RpcError.KeyDuplicated);
  }

  private void refused(@Nullable Request request, @Nullable LogKind kind, RuntimeException thrown) {
    if (request != null && thrown instanceof ProblemException ours) {
      request.failed(ours);
      return;
    }
    Failure failure = Failures.of(thrown);
    if (kind != null) {
      record.refused(kind, failure);
    }
    if (request != null) {
      request.failed(failure.asProblem());
    }
    failed.accept(thrown);
  }
}
