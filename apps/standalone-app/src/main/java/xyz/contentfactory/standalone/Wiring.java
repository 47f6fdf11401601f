package xyz.contentfactory.standalone;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.standalone.postgres.DatabaseLogin;
import xyz.contentfactory.standalone.postgres.PostgresServer;

/// What the all-in-one tells its modules: the few properties that depend on this start. Everything
/// that is the same for every start stands in `application.yaml`.
///
/// @param sandbox where the sandbox describes itself; null when Telegram is a real one
/// @param mailbox where the local mailbox is; null when a mail server takes the mail
record Wiring(
    StandaloneSettings settings,
    DataFolder data,
    PostgresServer database,
    @Nullable URI sandbox,
    @Nullable URI mailbox) {

  /// Schema and role of each service that keeps data.
  static final List<String> SERVICES = List.of("users", "integration");

  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", settings.httpPort());
    properties.put("server.address", settings.bind().getHostAddress());
    properties.put(
        "logging.file.name", data.folder("logs").resolve("content-factory.json").toString());
    properties.put("service-kit.keyring-folder", data.folder("keyring").toString());
    vault(properties);
    database(properties, "user-service", database.login("users"));
    database(properties, "integration-service", database.login("integration"));
    telegram(properties);
    connect(properties);
    people(properties);
    edge(properties);
    mail(properties);
    return properties;
  }

  private void vault(Map<String, Object> properties) {
    VaultAccess vault = settings.vault();
    if (vault != null) {
      properties.put("service-kit.vault.url", vault.address());
      properties.put("service-kit.vault.token", vault.token());
      properties.put("service-kit.vault.mount", vault.mount());
      properties.put("service-kit.vault.key", vault.key());
    }
  }

  private void edge(Map<String, Object> properties) {
    URI publicUrl = settings.edge().publicUrl();
    properties.put(
        "service-kit.public-url",
        publicUrl == null ? "http://localhost:" + settings.httpPort() : publicUrl.toString());
    properties.put(
        "api-gateway.trusted-proxies", String.join(",", settings.edge().trustedProxies()));
    properties.put("api-gateway.debug", settings.edge().debug());
    // Boot would take the same variable as a wish for its own chatter
    properties.put("debug", "false");
  }

  private static void database(Map<String, Object> properties, String module, DatabaseLogin login) {
    properties.put(module + ".database.url", login.url());
    properties.put(module + ".database.username", login.username());
    properties.put(module + ".database.password", login.password());
  }

  private void people(Map<String, Object> properties) {
    properties.put("user-service.registration", settings.people().registration());
    properties.put("user-service.captcha.difficulty", settings.people().captchaDifficulty());
    OidcAccess oidc = settings.people().oidc();
    if (oidc != null) {
      properties.put("user-service.oidc.issuer", oidc.issuer());
      properties.put("user-service.oidc.client-id", oidc.clientId());
      properties.put("user-service.oidc.client-secret", oidc.clientSecret());
      properties.put("user-service.oidc.name", oidc.name());
    }
  }

  private void mail(Map<String, Object> properties) {
    if (mailbox != null) {
      properties.put("user-service.mail.mailbox-url", mailbox.toString());
    }
    MailAccess.Smtp smtp = settings.mail().smtp();
    if (smtp != null) {
      properties.put("user-service.mail.smtp.host", smtp.host());
      properties.put("user-service.mail.smtp.port", smtp.port());
      properties.put("user-service.mail.smtp.from", smtp.from());
      properties.put("user-service.mail.smtp.security", smtp.security());
      if (smtp.username() != null && smtp.password() != null) {
        properties.put("user-service.mail.smtp.username", smtp.username());
        properties.put("user-service.mail.smtp.password", smtp.password());
      }
    }
  }

  private void connect(Map<String, Object> properties) {
    ConnectPace pace = settings.connect();
    String prefix = "integration-service.connect.";
    properties.put(prefix + "numbers", pace.numbers());
    properties.put(prefix + "starts-per-minute", pace.startsPerMinute());
    properties.put(prefix + "starts-per-hour", pace.startsPerHour());
    properties.put(prefix + "open", pace.open());
  }

  private void telegram(Map<String, Object> properties) {
    properties.put("integration-service.journal-months", settings.journalMonths());
    properties.put("integration-service.media.folder", data.folder("media").toString());
    properties.put("integration-service.telegram.mode", settings.telegram().wireName());
    if (sandbox != null) {
      properties.put("integration-service.telegram.sandbox-url", sandbox.toString());
    }
    properties.put(
        "integration-service.telegram.proxies-in-private-networks", settings.privateProxies());
    AppCredentials app = settings.app();
    if (app != null) {
      properties.put("integration-service.telegram.api-id", app.apiId());
      properties.put("integration-service.telegram.api-hash", app.apiHash());
    }
  }
}
