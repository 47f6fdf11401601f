package xyz.contentfactory.standalone;

import org.jspecify.annotations.Nullable;

/// Every environment variable of the all-in-one; `docs/configuration.md` and `.env.example` are
/// compared with this table by a test.
enum Variable {
  CF_HTTP_PORT("8080", "Port of the web address; 0 takes any free one."),
  CF_BIND(
      "127.0.0.1", "IP address that the web address listens on; 0.0.0.0 opens it to the network."),
  CF_PUBLIC_URL(
      null,
      "Address that people type, such as https://factory.example.org; links in mails are made of it, and with https cookies travel by TLS only. Without it http://localhost and the port."),
  CF_TRUSTED_PROXIES(
      null,
      "Addresses and networks of your own proxies, with commas (10.0.0.0/8,192.0.2.7); only their X-Forwarded-For or Forwarded is believed."),
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
  CF_REGISTRATION(
      "open",
      "Who may register: `open` (everybody), `invitation` (who was invited) or `closed`; the first person always may and becomes admin."),
  CF_CAPTCHA_DIFFICULTY(
      "100000",
      "How many numbers a browser tries at most before it may register (proof of work): 100000 takes a phone about a second; 0 asks for none."),
  CF_OIDC_ISSUER(
      null,
      "Address of a provider of OpenID Connect by which people may sign in too; your installation is registered there with the address /oidc/callback under CF_PUBLIC_URL."),
  CF_OIDC_CLIENT_ID(null, "Your installation's name at that provider."),
  CF_OIDC_CLIENT_SECRET(null, "Your installation's password at that provider; a secret."),
  CF_OIDC_NAME("OpenID Connect", "What the provider is called on the sign-in button."),
  CF_MAIL_PORT(
      "8025",
      "Port of the local mailbox, a page on this machine that shows all mail while no mail server is set; 0 takes any free one."),
  CF_SMTP_HOST(
      null, "The mail server that takes our mail; without it, mail stays in the local mailbox."),
  CF_SMTP_PORT("587", "Port of the mail server."),
  CF_SMTP_USERNAME(null, "Name for the mail server, if it asks for one."),
  CF_SMTP_PASSWORD(null, "Password for the mail server; a secret."),
  CF_SMTP_FROM(
      null,
      "Sender of our mail, such as Content Factory <factory@example.org>; needed with CF_SMTP_HOST."),
  CF_SMTP_SECURITY(
      "starttls",
      "How the way to the mail server is made safe: `starttls`, `tls` (port 465), or `none` (a server on this machine)."),
  CF_VAULT_ADDR(
      null,
      "Address of a Vault or OpenBao whose transit engine encrypts the keyring's file, such as https://vault.example.org:8200; without it the file holds the keys in plain, for its owner only."),
  CF_VAULT_TOKEN(
      null,
      "What that vault lets us in by: update on encrypt, decrypt and rewrap of the key; a secret."),
  CF_VAULT_MOUNT("transit", "Where its transit engine is mounted."),
  CF_VAULT_KEY("content-factory", "The name of the key there."),
  CF_JOURNAL_MONTHS(
      "12",
      "How many whole months of the journal are kept besides the running one; 0 keeps all of it."),
  CF_PROXY_PRIVATE_NETWORKS(
      "false",
      "`true` lets accounts have proxies on this machine and in private networks; otherwise only on the internet."),
  CF_CONNECT_NUMBERS(
      "100", "How many numbers of one person are connected as lists at the same time."),
  CF_CONNECT_STARTS_PER_MINUTE(
      "6",
      "How many login codes lists of numbers ask for in a minute, evenly spaced, in the whole installation. Telegram names no limit and answers haste with pauses that grow; one every ten seconds is what people keep up with."),
  CF_CONNECT_STARTS_PER_HOUR(
      "120",
      "How many login codes the lists of one person ask for in an hour, repeated ones included."),
  CF_CONNECT_OPEN(
      "10",
      "How many numbers of one person wait for a code or a password at once; a code dies after about five minutes, and ten are typed before that."),
  DEBUG(
      null,
      "`true` adds Swagger UI (/swagger-ui) and ReDoc (/redoc) over the API document; anything else does not."),
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
