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
record Wiring(
    StandaloneSettings settings, DataFolder data, PostgresServer database, @Nullable URI sandbox) {

  /// Schema and role of each service that keeps data.
  static final List<String> SERVICES = List.of("users", "integration");

  Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("server.port", settings.httpPort());
    properties.put("server.address", settings.bind().getHostAddress());
    properties.put(
        "logging.file.name", data.folder("logs").resolve("content-factory.json").toString());
    properties.put("service-kit.keyring-folder", data.folder("keyring").toString());
    database(properties, "user-service", database.login("users"));
    database(properties, "integration-service", database.login("integration"));
    telegram(properties);
    return properties;
  }

  private static void database(Map<String, Object> properties, String module, DatabaseLogin login) {
    properties.put(module + ".database.url", login.url());
    properties.put(module + ".database.username", login.username());
    properties.put(module + ".database.password", login.password());
  }

  private void telegram(Map<String, Object> properties) {
    properties.put("integration-service.telegram.mode", settings.telegram().wireName());
    if (sandbox != null) {
      properties.put("integration-service.telegram.sandbox-url", sandbox.toString());
    }
    AppCredentials app = settings.app();
    if (app != null) {
      properties.put("integration-service.telegram.api-id", app.apiId());
      properties.put("integration-service.telegram.api-hash", app.apiHash());
    }
  }
}
