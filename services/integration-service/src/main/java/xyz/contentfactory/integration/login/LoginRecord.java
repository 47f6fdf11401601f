package xyz.contentfactory.integration.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.account.SignedInPerson;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.delivery.Delivery;
import xyz.contentfactory.integration.delivery.Farewell;
import xyz.contentfactory.integration.event.Events;
import xyz.contentfactory.integration.event.Topic;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.journal.LogResult;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.proxy.AccountProxies;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.telegram.client.LoginStep;

/// Writes down what a login step led to: the step, the line in the journal, and then the event.
public final class LoginRecord {
  private static final String ANOTHER_PERSON = "The number belongs to another person now.";

  private final Logins logins;
  private final QrCodes codes;
  private final Accounts accounts;
  private final AccountProxies proxies;
  private final Farewell farewell;
  private final Journal journal;
  private final Events events;
  private final LoginNews news;

  public LoginRecord(
      Logins logins,
      QrCodes codes,
      Accounts accounts,
      AccountProxies proxies,
      Farewell farewell,
      Journal journal,
      Events events,
      LoginNews news) {
    this.logins = logins;
    this.codes = codes;
    this.accounts = accounts;
    this.proxies = proxies;
    this.farewell = farewell;
    this.journal = journal;
    this.events = events;
    this.news = news;
  }

  PendingLogin codeSent(Claim claim, PendingLogin login, LogKind kind, LoginStep.CodeSent code) {
    claim.write(() -> {
      logins.codeSent(login.id(), code);
      journal.write(act(login, kind).withDetail(login.view().phoneMasked() + " via " + code.via()));
    });
    return published(login.id());
  }

  /// A code is to be seen, for the first time or anew.
  ///
  /// @return false when the login has ended meanwhile
  boolean qrShown(Claim claim, PendingLogin login, LoginStep.QrShown shown, boolean first) {
    boolean open =
        claim.write(() -> {
          boolean stored = codes.shown(login.id(), shown);
          if (stored && first) {
            journal.write(act(login, LogKind.QR_SHOWN));
          }
          return stored;
        });
    if (open) {
      published(login.id());
    }
    return open;
  }

  /// Without the login's claim: whoever watches the code finds out.
  PendingLogin qrCancelled(UUID id) {
    PendingLogin login = logins.get(id);
    logins.end(id, Login.Phase.CANCELLED, null);
    journal.write(act(login, LogKind.LOGIN_CANCELLED).withDetail("Cancelled."));
    return published(id);
  }

  PendingLogin passwordNeeded(Claim claim, PendingLogin login, @Nullable String hint) {
    claim.write(() -> {
      logins.passwordNeeded(login.id(), hint);
      journal.write(
          act(login, LogKind.SIGN_IN)
              .withDetail("The code was right; the cloud password is needed."));
    });
    return published(login.id());
  }

  /// Makes the account. What another person had under this number ends.
  ///
  /// @return empty, with no account made, when this person is connected already
  Optional<PendingLogin> signedIn(
      Claim claim, PendingLogin login, LogKind kind, SignedInPerson person) {
    List<Delivery> cancelled = new ArrayList<>();
    Optional<UUID> account =
        claim.write(() -> {
          accounts
              .formerOwner(person)
              .map(former -> farewell.end(login.memberId(), former, ANOTHER_PERSON))
              .ifPresent(cancelled::addAll);
          Optional<UUID> id = accounts.connect(person);
          id.ifPresent(connected -> {
            writeSignedIn(login, kind, connected, person.phoneMasked());
            writeProxy(login, connected);
          });
          return id;
        });
    cancelled.forEach(delivery -> events.publish(login.memberId(), Topic.DELIVERY, delivery));
    return account.map(ignored -> published(login.id()));
  }

  private void writeSignedIn(PendingLogin login, LogKind kind, UUID account, String masked) {
    logins.end(login.id(), Login.Phase.SIGNED_IN, account);
    journal.write(Act.ok(login.memberId(), account, kind).partOf(login.id()));
    journal.write(
        Act.ok(login.memberId(), account, LogKind.ACCOUNT_CONNECTED)
            .partOf(login.id())
            .withDetail(masked));
  }

  /// The account goes on by the way its login has come.
  private void writeProxy(PendingLogin login, UUID account) {
    TestedProxy proxy = login.proxy();
    if (proxy != null) {
      proxies.save(account, proxy);
      journal.write(proxy.taken(login.memberId(), account).partOf(login.id()));
    }
  }

  PendingLogin ended(Claim claim, PendingLogin login, Login.Phase phase) {
    claim.write(() -> {
      logins.end(login.id(), phase, null);
      journal.write(
          act(login, LogKind.LOGIN_CANCELLED)
              .withDetail(phase == Login.Phase.EXPIRED ? "The login expired." : "Cancelled."));
    });
    return published(login.id());
  }

  void failed(PendingLogin login, LogKind kind, Failure failure) {
    journal.write(
        act(login, kind)
            .failing(
                failure.isRefusal() ? LogResult.REFUSED : LogResult.FAILED,
                failure.code().code(),
                failure.telegramType())
            .withDetail(login.view().phoneMasked()));
  }

  private static Act act(PendingLogin login, LogKind kind) {
    return Act.ok(login.memberId(), null, kind).partOf(login.id());
  }

  private PendingLogin published(UUID id) {
    PendingLogin now = logins.get(id);
    events.publish(now.memberId(), Topic.LOGIN, now.view());
    news.changed(now.view());
    return now;
  }
}
