package xyz.contentfactory.integration.login;

import java.util.UUID;
import xyz.contentfactory.integration.account.AccountKind;
import xyz.contentfactory.integration.account.SignedInPerson;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.PhoneNumber;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.client.TelegramUser;

/// Makes an account of a login that has come to its end.
record Arrivals(LoginRecord record, PhoneHashes hashes, AccountStart starting) {

  /// @throws ProblemException `account-already-connected`; this second login is ended at Telegram
  PendingLogin signedIn(LoginAttempt attempt, LogKind kind, TelegramUser user) {
    PendingLogin login = attempt.login();
    TelegramClient client = attempt.client();
    return record
        .signedIn(attempt.claim(), login, kind, person(login, client, user))
        .orElseThrow(() -> {
          client.logOut();
          record.ended(attempt.claim(), login, Login.Phase.CANCELLED);
          return ProblemException.of(TelegramProblem.ACCOUNT_ALREADY_CONNECTED);
        });
  }

  /// A login by QR code learns the number, if it does, only now.
  private SignedInPerson person(PendingLogin login, TelegramClient client, TelegramUser user) {
    PhoneNumber phone = login.phone() == null ? user.phone() : login.phone();
    return new SignedInPerson(
        login.memberId(),
        AccountKind.USER,
        phone == null ? "" : phone.masked(),
        phone == null ? null : hashes.of(phone),
        user,
        client.storedLogin());
  }

  /// The account's owner may connect only now, when the login's own connection is closed.
  Login started(PendingLogin login) {
    UUID account = login.view().accountId();
    if (account != null) {
      starting.start(account);
    }
    return login.view();
  }
}
