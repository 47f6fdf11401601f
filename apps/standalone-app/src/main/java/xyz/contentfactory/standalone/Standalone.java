package xyz.contentfactory.standalone;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.context.support.StandardServletEnvironment;
import xyz.contentfactory.standalone.mailbox.MailboxServer;
import xyz.contentfactory.standalone.postgres.PostgresServer;
import xyz.contentfactory.standalone.postgres.PostgresSettings;
import xyz.contentfactory.telegram.sandbox.Sandbox;
import xyz.contentfactory.telegram.sandbox.SandboxSettings;
import xyz.contentfactory.user.mail.Outbox;

/// The running all-in-one. Start order: folder, database, sandbox, modules; `Parts` stops them in
/// the opposite order.
final class Standalone {

  private static final int MAILS_SHOWN = 50;

  private final ConfigurableApplicationContext context;
  private final @Nullable URI phone;

  private Standalone(ConfigurableApplicationContext context, @Nullable URI phone) {
    this.context = context;
    this.phone = phone;
  }

  static Standalone start(StandaloneSettings wanted, Parts parts) {
    DataFolder data = parts.started(DataFolder.hold(wanted.dataFolder()));
    Ports.requireFree(wanted);
    StandaloneSettings settings = Ports.chosen(wanted);
    PostgresServer database =
        parts.started(
            PostgresServer.start(
                new PostgresSettings(
                    data.folder("database"), data.folder("engines"), Wiring.SERVICES)));
    URI sandbox = settings.sandbox() ? sandbox(settings, data, parts).address() : null;
    MailboxServer mailbox = settings.mail().smtp() == null ? mailbox(settings, parts) : null;
    URI mailboxUrl = mailbox == null ? null : mailbox.address();
    Wiring wiring = new Wiring(settings, data, database, sandbox, mailboxUrl);
    ConfigurableApplicationContext context = parts.started(modules(wiring.properties()));
    if (mailbox != null) {
      Outbox outbox = context.getBean(Outbox.class);
      mailbox.show(() -> outbox.kept(MAILS_SHOWN));
    }
    return new Standalone(context, sandbox);
  }

  /// On loopback whatever `CF_BIND` says: it hands out login codes to whoever asks.
  private static Sandbox sandbox(StandaloneSettings settings, DataFolder data, Parts parts) {
    return parts.started(
        Sandbox.start(SandboxSettings.local(data.folder("sandbox"), settings.sandboxHttpPort())));
  }

  private static MailboxServer mailbox(StandaloneSettings settings, Parts parts) {
    try {
      return parts.started(MailboxServer.start(settings.mail().mailboxPort()));
    } catch (IOException failure) {
      throw new StartRefused("The local mailbox cannot be opened (CF_MAIL_PORT).", failure);
    }
  }

  private static ConfigurableApplicationContext modules(Map<String, Object> properties) {
    StandardServletEnvironment environment = new StandardServletEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("all-in-one", properties));
    SpringApplication application = new SpringApplication(Modules.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setEnvironment(environment);
    application.setRegisterShutdownHook(false);
    return application.run();
  }

  int httpPort() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /// A part of the running modules, for whoever looks behind the web address.
  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  /// One of several of its kind.
  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  String readyLine() {
    // The machine's own start, not the process's: the process may have been a shell that built
    // first.
    long startedMillis = ManagementFactory.getRuntimeMXBean().getStartTime();
    Duration took = Duration.between(Instant.ofEpochMilli(startedMillis), Instant.now());
    return "Content Factory is ready: http://localhost:%d%s (%.1f s)"
        .formatted(
            httpPort(),
            phone == null ? "" : ", the sandbox's phone: " + phone,
            took.toMillis() / 1000.0);
  }
}
