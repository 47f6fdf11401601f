package xyz.contentfactory.standalone;

import org.jspecify.annotations.Nullable;

/// Every environment variable of the all-in-one; `docs/configuration.md` and `.env.example` are
/// compared with this table by a test.
enum Variable {
  CF_HTTP_PORT("8080", "Port of the web address; 0 takes any free one."),
  CF_BIND(
      "127.0.0.1", "IP address that the web address listens on; 0.0.0.0 opens it to the network."),
  CF_DATA_DIR(
      "./data",
      "Folder of the database, the keyring, the sandbox's world and the logs; made when absent."),
  CF_TELEGRAM(
      "sandbox",
      "Which Telegram: `sandbox` (a data centre in this process), `production`, or `test` (Telegram's test servers)."),
  CF_API_ID(null, "Your application's number from my.telegram.org; needed outside the sandbox."),
  CF_API_HASH(
      null, "Your application's hash from my.telegram.org; needed outside the sandbox; a secret."),
  CF_SANDBOX_HTTP_PORT(
      "8090",
      "Port of the sandbox's description and phone; its data centres take the next three; 0 takes any free ones."),
  CF_JAVA_HOME(null, "The JDK 25 that `./factory` uses; without it one is looked for.");

  private final @Nullable String preset;
  private final String meaning;

  Variable(@Nullable String preset, String meaning) {
    this.preset = preset;
    this.meaning = meaning;
  }

  @Nullable String preset() {
    return preset;
  }

  String meaning() {
    return meaning;
  }
}
