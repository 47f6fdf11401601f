package xyz.contentfactory.gateway.limit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// What is counted, by whom, and how often it may happen when `api-gateway.limits.<name>` says
/// nothing else. The first three count every request under `/api`; the others only changes (POST,
/// PUT) of the named addresses, which cost somebody something.
public enum Counter {
  /// An office shares one address.
  PER_ADDRESS(By.ADDRESS, "3000/1m", Counter.EVERYTHING),
  PER_MEMBER(By.MEMBER, "1200/1m", Counter.EVERYTHING),
  PER_KEY(By.KEY, "600/1m", Counter.EVERYTHING),

  LOGIN_PER_ADDRESS(By.ADDRESS, "60/1m", "/api/auth/login", "/api/auth/login/second-factor"),
  /// Sign-ins to one e-mail, from wherever.
  LOGIN_PER_ACCOUNT(By.ACCOUNT, "10/1m", "/api/auth/login"),
  /// Other ways to become or to prove somebody.
  PROOF_PER_ADDRESS(
      By.ADDRESS,
      "60/1m",
      "/api/auth/passkeys/sign-in",
      "/api/auth/passkeys/sign-in/options",
      "/api/auth/oidc/{purpose}/start",
      "/api/auth/oidc/{purpose}/callback",
      "/api/auth/email/confirm",
      "/api/auth/password/reset"),
  REGISTER_PER_ADDRESS(By.ADDRESS, "30/1m", "/api/auth/register"),
  /// Every tab of an office does one in 10 minutes.
  REFRESH_PER_ADDRESS(By.ADDRESS, "300/1m", "/api/auth/refresh"),
  /// Each sends a mail to an address that the caller chooses.
  MAIL_PER_ADDRESS(
      By.ADDRESS,
      "20/10m",
      "/api/auth/password/forgot",
      "/api/auth/email/resend",
      "/api/auth/email/change"),

  /// The steps of connecting Telegram accounts.
  CONNECT_PER_ADDRESS(By.ADDRESS, "120/1m", "/api/v1/telegram/connect/**"),
  CONNECT_PER_MEMBER(By.MEMBER, "60/1m", "/api/v1/telegram/connect/**"),
  /// Each makes Telegram send a code to the number given, whoever owns it.
  CONNECT_START_PER_MEMBER(By.MEMBER, "30/1h", "/api/v1/telegram/connect"),
  /// Each opens a connection to an address that the caller chooses.
  PROXY_PER_MEMBER(
      By.MEMBER,
      "20/1m",
      "/api/v1/telegram/accounts/{id}/proxy",
      "/api/v1/telegram/bots",
      "/api/v1/telegram/sessions/import"),
  /// A list only queues its numbers: codes are asked for at the pace of `CF_CONNECT_*`, which
  /// counts over all lists and retries of a member.
  CONNECT_LIST_PER_MEMBER(By.MEMBER, "30/1h", "/api/v1/telegram/connect/batches");

  /// Whose requests are added up.
  enum By {
    ADDRESS,
    /// The e-mail in the body of a sign-in.
    ACCOUNT,
    MEMBER,
    KEY
  }

  private static final String EVERYTHING = "/api/**";
  private static final Set<String> CHANGES = Set.of("POST", "PUT");
  private static final Map<Counter, List<PathPattern>> PATHS =
      Stream.of(values())
          .collect(Collectors.toUnmodifiableMap(Function.identity(), Counter::patterns));

  private final By by;
  private final String preset;
  private final String paths;

  Counter(By by, String preset, String... paths) {
    this.by = by;
    this.preset = preset;
    this.paths = String.join(" ", paths);
  }

  private List<PathPattern> patterns() {
    return Stream.of(paths.split(" ", -1)).map(PathPatternParser.defaultInstance::parse).toList();
  }

  By by() {
    return by;
  }

  Limit preset() {
    return Limit.of(preset);
  }

  boolean counts(String method, PathContainer path) {
    return (CHANGES.contains(method) || paths.equals(EVERYTHING))
        && PATHS.getOrDefault(this, List.of()).stream().anyMatch(pattern -> pattern.matches(path));
  }

  /// The name in headers and settings: `login-per-address`.
  String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
