package xyz.contentfactory.integration.fleet;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.account.HeldAccount;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.mtproto.MtprotoException;

/// What is done to an account that has no owner: paused ones, and those whose login is over. The
/// claim is held meanwhile, so that nobody becomes its owner.
record UnheldAccounts(Claims claims, Stores stores, TelegramGate gate) {

  void alone(UUID account, Consumer<AccountRecord> act) {
    try (Claim claim = claim(account, () -> {})) {
      act.accept(record(account, claim));
    }
  }

  /// Ends a paused account's login at Telegram, on a connection of its own.
  void logOut(UUID account) {
    AtomicReference<@Nullable TelegramClient> opened = new AtomicReference<>();
    try (Claim claim = claim(account, () -> close(opened.get()))) {
      HeldAccount held =
          claim
              .write(() -> stores.accounts().takePaused(account, claim.epoch()))
              .orElseThrow(() -> Request.unavailable("The account was resumed; try again."));
      AccountRecord record = record(account, claim);
      try (TelegramClient client = open(held, record)) {
        opened.set(client);
        if (!claim.isOver()) {
          client.logOut();
        }
      } catch (MtprotoException e) {
        if (!Errands.isOver(e)) {
          throw Failures.of(e).asProblem();
        }
      }
      record.disconnected();
    }
  }

  private TelegramClient open(HeldAccount held, AccountRecord record) {
    return gate.open(held.login(), record::login, stores.proxies().of(held.id()));
  }

  private Claim claim(UUID account, Runnable lost) {
    return claims
        .take("account/" + account, lost)
        .orElseThrow(() -> Request.unavailable("The account is busy; try again in a moment."));
  }

  private AccountRecord record(UUID account, Claim claim) {
    return stores
        .accounts()
        .memberOf(account)
        .map(member -> new AccountRecord(account, member, claim, stores))
        .orElseThrow(() -> ProblemException.of(TelegramProblem.ACCOUNT_NOT_FOUND));
  }

  private static void close(@Nullable TelegramClient client) {
    if (client != null) {
      client.close();
    }
  }
}
