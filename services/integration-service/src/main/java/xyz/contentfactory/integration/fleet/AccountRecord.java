package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import xyz.contentfactory.integration.account.Account;
import xyz.contentfactory.integration.account.AccountState;
import xyz.contentfactory.integration.account.StateChange;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.delivery.Delivery;
import xyz.contentfactory.integration.event.Topic;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.journal.LogResult;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.telegram.client.Dialog;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.TelegramUser;

/// Writes down what happens to one held account: each write is fenced by the claim, then comes the
/// event.
final class AccountRecord {
  private final UUID id;
  private final UUID memberId;
  private final Claim claim;
  private final Stores stores;

  AccountRecord(UUID id, UUID memberId, Claim claim, Stores stores) {
    this.id = id;
    this.memberId = memberId;
    this.claim = claim;
    this.stores = stores;
  }

  void login(StoredLogin login) {
    claim.write(() -> stores.accounts().saveLogin(id, login));
  }

  void person(TelegramUser user) {
    claim.write(() -> stores.accounts().savePerson(id, user));
  }

  /// Connecting and connected come and go with the network and are not worth a line in the journal.
  void state(StateChange change) {
    publish(claim.write(() -> stores.accounts().changeState(id, change)));
  }

  /// A state with its line in the journal.
  void state(StateChange change, Failure why) {
    publish(
        claim.write(() -> {
          stores.journal().write(failing(LogKind.ACCOUNT_STATE, why).withDetail(why.detail()));
          return stores.accounts().changeState(id, change);
        }));
  }

  /// The stored login is of no use to us, so a person has to log in again.
  void unreadable() {
    Failure why =
        new Failure(
            TelegramProblem.ACCOUNT_LOGGED_OUT,
            "The stored login cannot be opened with this installation's keyring; log in again.",
            null,
            null);
    state(new StateChange(AccountState.NEEDS_LOGIN, null, "LOGIN_UNREADABLE"), why);
  }

  void channels(List<Dialog> seen, Duration took) {
    claim.write(() -> {
      stores.channels().replace(id, seen);
      stores
          .journal()
          .write(act(LogKind.CHANNELS_REFRESHED).withDetail(seen.size() + " seen").took(took));
    });
  }

  void refused(LogKind kind, Failure failure) {
    claim.write(() -> stores.journal().write(failing(kind, failure)));
  }

  void disconnected() {
    Optional<Account> last = stores.accounts().find(memberId, id);
    List<Delivery> cancelled =
        claim.write(() -> stores.farewell().end(memberId, id, "The account was disconnected."));
    cancelled.forEach(delivery -> stores.events().publish(memberId, Topic.DELIVERY, delivery));
    // listeners get it as it last was, ask again, and find it gone
    last.ifPresent(this::publish);
  }

  Act act(LogKind kind) {
    return Act.ok(memberId, id, kind);
  }

  Act failing(LogKind kind, Failure failure) {
    return act(kind)
        .failing(
            failure.isRefusal() ? LogResult.REFUSED : LogResult.FAILED,
            failure.code().code(),
            failure.telegramType());
  }

  private void publish(Account account) {
    stores.events().publish(memberId, Topic.ACCOUNT, account);
  }
}
