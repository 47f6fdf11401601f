package xyz.contentfactory.integration.network;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.kit.database.Transactions;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.telegram.client.ClientListener;
import xyz.contentfactory.telegram.client.ForeignSession;
import xyz.contentfactory.telegram.client.RouteCheck;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.client.TelegramNetwork;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.Route;

/// The Telegram that the settings name. The sandbox may start after us: its description is asked
/// for until it answers.
public final class ConfiguredGate implements TelegramGate, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredGate.class);
  private static final Duration RETRY = Duration.ofMillis(500);

  /// For each of: a name, a connection, what the proxy has to say, Telegram's answer. A person
  /// waits.
  private static final Duration PROXY_PATIENCE = Duration.ofSeconds(5);

  private final TelegramSettings settings;
  private final @Nullable SandboxSite sandbox;
  private final TelegramClock clock;
  private final ProxyPlaces proxies;
  private volatile @Nullable TelegramNetwork network;
  private volatile @Nullable Thread asking;

  ConfiguredGate(TelegramSettings settings, @Nullable SandboxSite sandbox, TelegramClock clock) {
    this.settings = settings;
    this.sandbox = sandbox;
    this.clock = clock;
    this.proxies = new ProxyPlaces(settings.proxiesInPrivateNetworks());
  }

  /// Returns at once.
  void start() {
    switch (settings.mode()) {
      case PRODUCTION -> network = TelegramNetwork.production(settings.app());
      case TEST -> network = TelegramNetwork.test(settings.app());
      case SANDBOX -> asking = Thread.ofVirtual().name("sandbox description").start(this::ask);
    }
  }

  private void ask() {
    SandboxSite site = sandbox;
    boolean told = false;
    while (site != null && network == null) {
      try {
        network = site.describe().network(settings.app());
        LOG.info("the sandbox is there");
      } catch (IOException e) {
        if (!told) {
          LOG.info("waiting for the sandbox");
          told = true;
        }
        if (!paused()) {
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private static boolean paused() {
    try {
      Thread.sleep(RETRY);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public boolean isReady() {
    return network != null;
  }

  @Override
  public TelegramClient open(
      @Nullable StoredLogin login, ClientListener listener, @Nullable Proxy proxy) {
    Transactions.mustNotBeOpen();
    TelegramNetwork telegram = ready().withCallTimeout(settings.callTimeout());
    return TelegramClient.open(
        telegram, login, new TimedListener(login, listener, clock), route(proxy));
  }

  @Override
  public Route route(@Nullable Proxy proxy) {
    return proxy == null ? Route.direct() : Route.through(proxy, proxies);
  }

  @Override
  public Duration roundTrip(Proxy proxy, int dc) {
    Transactions.mustNotBeOpen();
    return RouteCheck.roundTrip(ready(), dc, route(proxy), PROXY_PATIENCE);
  }

  @Override
  public ForeignSession foreign(StoredLogin login, boolean bot) {
    return ForeignSession.of(login, ready(), bot);
  }

  private TelegramNetwork ready() {
    TelegramNetwork known = network;
    if (known == null) {
      throw Problem.of(
              CommonProblem.TEMPORARILY_UNAVAILABLE, "The connection to Telegram is not ready yet.")
          .retryAfter(Duration.ofSeconds(2))
          .asException();
    }
    return known;
  }

  @Override
  public void close() {
    Thread thread = asking;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
