package xyz.contentfactory.integration.delivery;

import java.util.List;
import java.util.UUID;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.channel.Channels;
import xyz.contentfactory.integration.channel.UpdateMarks;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.TelegramProblem;

/// The end of an account with all it had. Belongs in a transaction of the caller's claim.
public record Farewell(
    Accounts accounts,
    Channels channels,
    UpdateMarks marks,
    Outbox outbox,
    LiveChanges changes,
    Journal journal) {

  /// Cancels what was planned, forgets the channels, erases the login.
  ///
  /// @param why a sentence for those who had planned something
  /// @return what was cancelled, to be published after the transaction
  public List<Delivery> end(UUID member, UUID account, String why) {
    Failure reason = new Failure(TelegramProblem.ACCOUNT_LOGGED_OUT, why, null, null);
    List<Delivery> cancelled = outbox.cancelAll(account, reason);
    changes.refuseAll(account, reason);
    channels.forget(account);
    marks.forget(account);
    accounts.disconnect(account);
    journal.write(
        Act.ok(member, account, LogKind.ACCOUNT_DISCONNECTED)
            .withDetail(why + " " + cancelled.size() + " planned posts cancelled."));
    return cancelled;
  }
}
