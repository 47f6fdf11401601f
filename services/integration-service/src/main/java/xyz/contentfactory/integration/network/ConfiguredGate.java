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
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.TelegramClient;
import xyz.contentfactory.telegram.client.TelegramNetwork;

/// The Telegram that the settings name. The sandbox may start after us: its description is asked
/// for until it answers.
public final class ConfiguredGate implements TelegramGate, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredGate.class);
  private static final Duration RETRY = Duration.ofMillis(500);

  private final TelegramSettings settings;
  private final @Nullable SandboxSite sandbox;
  private volatile @Nullable TelegramNetwork network;
  private volatile @Nullable Thread asking;

  ConfiguredGate(TelegramSettings settings, @Nullable SandboxSite sandbox) {
    this.settings = settings;
    this.sandbox = sandbox;
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
  public TelegramClient open(@Nullable StoredLogin login, ClientListener listener) {
    Transactions.mustNotBeOpen();
    TelegramNetwork known = network;
    if (known == null) {
      throw Problem.of(
              CommonProblem.TEMPORARILY_UNAVAILABLE, "The connection to Telegram is not ready yet.")
          .retryAfter(Duration.ofSeconds(2))
          .asException();
    }
    return TelegramClient.open(known.withCallTimeout(settings.callTimeout()), login, listener);
  }

  @Override
  public void close() {
    Thread thread = asking;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
