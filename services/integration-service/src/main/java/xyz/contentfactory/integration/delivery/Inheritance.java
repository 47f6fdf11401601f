package xyz.contentfactory.integration.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import xyz.contentfactory.integration.account.Account;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.journal.LogKind;

/// An account with all it has becomes another member's. Belongs in a transaction of the caller's
/// claim.
///
/// @param farewell for an account of the heir's that stands in the way
public record Inheritance(Accounts accounts, Outbox outbox, Journal journal, Farewell farewell) {

  /// What the heir had under the same Telegram person and needs a login ends: the one that comes is
  /// logged in.
  ///
  /// @return what was cancelled by that, to be published after the transaction
  public List<Delivery> pass(UUID account, UUID heir) {
    List<Delivery> cancelled = new ArrayList<>();
    for (Account former : accounts.sameAs(account, heir)) {
      cancelled.addAll(
          farewell.end(heir, former.id(), "The account came from another member, logged in."));
    }
    accounts.handOver(account, heir);
    int planned = outbox.handOver(account, heir);
    journal.write(
        Act.ok(heir, account, LogKind.ACCOUNT_HANDED_OVER)
            .withDetail(
                "From a member who was deleted. " + planned + " planned posts came along."));
    return cancelled;
  }
}
