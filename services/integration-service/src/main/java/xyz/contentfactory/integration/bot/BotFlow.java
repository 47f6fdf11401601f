package xyz.contentfactory.integration.bot;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.account.Account;
import xyz.contentfactory.integration.account.AccountKind;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.account.SignedInPerson;
import xyz.contentfactory.integration.event.Events;
import xyz.contentfactory.integration.event.Topic;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.journal.LogResult;
import xyz.contentfactory.integration.login.AccountStart;
import xyz.contentfactory.integration.login.LoginProxies;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.telegram.client.BotToken;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.client.TelegramUser;
import xyz.contentfactory.telegram.mtproto.MtprotoException;
import xyz.contentfactory.telegram.net.proxy.Proxy;

/// Connects a bot in one step: its token is all it takes. A process killed in between leaves a
/// login at Telegram that nobody has the key of, and the person repeats the step.
public final class BotFlow {
  private final ServiceDatabase database;
  private final Accounts accounts;
  private final BotTokens tokens;
  private final TelegramGate gate;
  private final LoginProxies proxies;
  private final AccountStart starting;
  private final Journal journal;
  private final Events events;

  public BotFlow(
      ServiceDatabase database,
      Accounts accounts,
      BotTokens tokens,
      TelegramGate gate,
      LoginProxies proxies,
      AccountStart starting,
      Journal journal,
      Events events) {
    this.database = database;
    this.accounts = accounts;
    this.tokens = tokens;
    this.gate = gate;
    this.proxies = proxies;
    this.starting = starting;
    this.journal = journal;
    this.events = events;
  }

  /// @param proxy what it goes through from now on; null when none is chosen
  Account connect(UUID member, BotToken token, @Nullable Proxy proxy) {
    if (accounts.telegramIds(member).contains(token.botId())) {
      throw ProblemException.of(TelegramProblem.ACCOUNT_ALREADY_CONNECTED);
    }
    Optional<TestedProxy> chosen = proxies.chosen(proxy);
    UUID id = stored(member, token, signedIn(member, token, chosen), chosen);
    Account account = accounts.find(member, id).orElseThrow();
    events.publish(member, Topic.ACCOUNT, account);
    starting.start(id);
    return account;
  }

  private record Arrival(TelegramUser user, StoredLogin login) {}

  /// The connection is closed again before the account's owner opens its own.
  private Arrival signedIn(UUID member, BotToken token, Optional<TestedProxy> chosen) {
    Optional<TestedProxy> way = chosen.or(() -> proxies.ofPerson(member, token.botId()));
    AtomicReference<@Nullable StoredLogin> login = new AtomicReference<>();
    try (TelegramClient client =
        gate.open(null, login::set, way.map(TestedProxy::proxy).orElse(null))) {
      TelegramUser user = client.login().signInBot(token).user();
      return new Arrival(user, client.storedLogin());
    } catch (MtprotoException e) {
      Failure failure = Failures.of(e);
      journal.write(
          Act.ok(member, null, LogKind.SIGN_IN)
              .failing(
                  failure.isRefusal() ? LogResult.REFUSED : LogResult.FAILED,
                  failure.code().code(),
                  failure.telegramType())
              .withDetail("Bot " + token.botId()));
      throw failure.asProblem();
    }
  }

  private UUID stored(UUID member, BotToken token, Arrival arrival, Optional<TestedProxy> chosen) {
    SignedInPerson bot =
        new SignedInPerson(member, AccountKind.BOT, "", null, arrival.user(), arrival.login());
    return database.inTransaction(() -> {
      UUID id =
          accounts
              .connect(bot)
              .orElseThrow(() -> ProblemException.of(TelegramProblem.ACCOUNT_ALREADY_CONNECTED));
      tokens.keep(id, token);
      journal.write(Act.ok(member, id, LogKind.ACCOUNT_CONNECTED).withDetail("Bot"));
      chosen.ifPresent(proxy -> {
        proxies.proxies().save(id, proxy);
        journal.write(proxy.taken(member, id));
      });
      return id;
    });
  }
}
