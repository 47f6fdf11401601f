package xyz.contentfactory.integration.departure;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import xyz.contentfactory.integration.account.Account;
import xyz.contentfactory.integration.account.AccountState;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.account.Disconnection;
import xyz.contentfactory.integration.account.HandOver;
import xyz.contentfactory.integration.batch.BatchDesk;
import xyz.contentfactory.integration.login.LoginFlow;
import xyz.contentfactory.kit.identity.Departure;
import xyz.contentfactory.kit.identity.Departures;
import xyz.contentfactory.kit.problem.ProblemException;

/// Settles what deleted members leave: their half-finished logins end; their accounts are logged
/// out and disconnected, or become the heir's.
///
/// Every node does it, each for the accounts that it holds or nobody does, round after round, until
/// nothing is left. So it survives a kill at any moment: what was done shows in the accounts
/// themselves, and the departure waits until it is said to be settled.
public final class Settling {
  private static final Logger LOG = LoggerFactory.getLogger(Settling.class);

  /// A request that was under way when its member was deleted may still connect an account. It is
  /// over by then.
  static final Duration STRAGGLERS = Duration.ofMinutes(5);

  private final Departures departures;
  private final LoginFlow logins;
  private final BatchDesk batches;
  private final Accounts accounts;
  private final Disconnection disconnection;
  private final HandOver handOver;
  private final InstantSource clock;

  /// The two ways in which an account is left behind.
  public record Fates(Disconnection disconnection, HandOver handOver) {}

  public Settling(
      Departures departures,
      LoginFlow logins,
      BatchDesk batches,
      Accounts accounts,
      Fates fates,
      InstantSource clock) {
    this.departures = departures;
    this.logins = logins;
    this.batches = batches;
    this.accounts = accounts;
    this.disconnection = fates.disconnection();
    this.handOver = fates.handOver();
    this.clock = clock;
  }

  public void round() {
    departures.waiting().forEach(this::settle);
  }

  private void settle(Departure departure) {
    UUID member = departure.memberId();
    boolean done = attempt("the lists of " + member, () -> batches.stopAllOf(member));
    done &= attempt("the logins of " + member, () -> logins.cancelAllOf(member));
    for (Account account : accounts.ofMember(member)) {
      done &= attempt("account " + account.id(), () -> leave(account, departure.heirId()));
    }
    if (done && departure.at().plus(STRAGGLERS).isBefore(clock.instant())) {
      departures.settled(member);
    }
  }

  private void leave(Account account, @Nullable UUID heir) {
    if (heir == null || isThere(account, heir)) {
      disconnection.disconnect(account.id());
    } else {
      handOver.handOver(account.id(), heir);
    }
  }

  /// The heir is logged in as the same Telegram person already, which one account is enough for.
  private boolean isThere(Account account, UUID heir) {
    return accounts.sameAs(account.id(), heir).stream()
        .map(Account::state)
        .anyMatch(AccountState::isAlive);
  }

  /// What cannot be done now, because Telegram does not answer or another node has the account, is
  /// done in a later round.
  private static boolean attempt(String what, Runnable act) {
    try {
      act.run();
      return true;
    } catch (ProblemException | DataAccessException e) {
      LOG.info("{} of a deleted member: later, {}", what, e.getMessage());
      return false;
    }
  }
}
