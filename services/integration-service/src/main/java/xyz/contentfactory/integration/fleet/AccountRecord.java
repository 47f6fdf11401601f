package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import xyz.contentfactory.integration.account.Account;
import xyz.contentfactory.integration.account.AccountState;
import xyz.contentfactory.integration.account.StateChange;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.delivery.Delivery;
import xyz.contentfactory.integration.event.Topic;
import xyz.contentfactory.integration.flood.Pause;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.journal.LogResult;
import xyz.contentfactory.integration.notice.NoticeKind;
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

  /// It is over with this login: the posts wait, and the member is told.
  void over(StateChange change, Failure why, NoticeKind kind) {
    publish(
        claim.write(() -> {
          stores.notices().over(id, kind);
          stores.journal().write(failing(LogKind.ACCOUNT_STATE, why).withDetail(why.detail()));
          return stores.accounts().changeState(id, change);
        }));
  }

  /// A pause of the account, by the method that Telegram answered with it.
  void pause(StateChange change, Failure why, Pause pause) {
    publish(
        claim.write(() -> {
          writeDown(why, pause);
          return stores.accounts().changeState(id, change);
        }));
    stores.events().publish(memberId, Topic.FLOOD, pause);
  }

  /// A pause that ends before the one in which the account is already.
  void pauseWithin(Failure why, Pause pause) {
    claim.write(() -> writeDown(why, pause));
    stores.events().publish(memberId, Topic.FLOOD, pause);
  }

  private void writeDown(Failure why, Pause pause) {
    stores.floods().write(id, pause);
    stores.journal().write(failing(LogKind.ACCOUNT_STATE, why).withDetail(why.detail()));
  }

  /// The stored login is of no use to us, so a person has to log in again.
  void unreadable() {
    Failure why =
        new Failure(
            TelegramProblem.ACCOUNT_LOGGED_OUT,
            "The stored login cannot be opened with this installation's keyring; log in again.",
            null,
            null);
    StateChange change = new StateChange(AccountState.NEEDS_LOGIN, null, "LOGIN_UNREADABLE");
    over(change, why, NoticeKind.LOGIN_UNREADABLE);
  }

  /// Where a bot may be: it has no list of its own.
  List<Long> channelCandidates() {
    return stores.channels().candidates(memberId);
  }

  UpdateRecord updates(InstantSource clock) {
    return new UpdateRecord(id, memberId, claim, stores, clock);
  }

  /// Whether what it sees is not known from its updates.
  boolean isReadingWanted() {
    return stores.marks().isReadingWanted(id);
  }

  void channels(List<Dialog> seen, Duration took) {
    claim.write(() -> {
      stores.channels().replace(id, seen);
      stores.marks().read(id);
      stores
          .journal()
          .write(act(LogKind.CHANNELS_REFRESHED).withDetail(seen.size() + " seen").took(took));
    });
    stores.events().publish(memberId, Topic.CHANNEL, new UpdateRecord.ChannelsChanged(id));
  }

  void done(LogKind kind, String detail, Duration took) {
    claim.write(() -> stores.journal().write(act(kind).withDetail(detail).took(took)));
  }

  /// A person lets it rest. Nothing happens when it does already.
  void paused() {
    changed(LogKind.ACCOUNT_PAUSED, () -> stores.accounts().pause(id));
  }

  void resumed() {
    changed(LogKind.ACCOUNT_RESUMED, () -> stores.accounts().resume(id));
  }

  private void changed(LogKind kind, Supplier<Optional<Account>> change) {
    claim
        .write(() -> {
          Optional<Account> account = change.get();
          account.ifPresent(ignored -> stores.journal().write(act(kind)));
          return account;
        })
        .ifPresent(this::publish);
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

  /// The account was another member's and is this one's now.
  void handedOver() {
    List<Delivery> cancelled = claim.write(() -> stores.inheritance().pass(id, memberId));
    cancelled.forEach(delivery -> stores.events().publish(memberId, Topic.DELIVERY, delivery));
    stores.accounts().find(memberId, id).ifPresent(this::publish);
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
