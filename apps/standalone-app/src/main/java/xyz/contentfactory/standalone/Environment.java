package xyz.contentfactory.standalone;

import java.net.InetAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The variables named `CF_*`, read once at the start. What is unknown, wrong or contradicting is
/// refused with one sentence; a variable that is set but empty counts as not set.
final class Environment {

  private static final String PREFIX = "CF_";
  private static final int LAST_PORT = 65_535;
  private static final int MAX_JOURNAL_MONTHS = 1200;
  private static final int MAX_NUMBERS = 1000;
  private static final int MAX_STARTS = 10_000;
  private static final int MAX_CAPTCHA_DIFFICULTY = 100_000_000;
  private static final Set<String> REGISTRATION = Set.of("open", "invitation", "closed");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");

  private final Map<String, String> values = new TreeMap<>();

  private Environment(Map<String, String> environment) {
    environment.forEach((name, value) -> {
      boolean ours = name.startsWith(PREFIX) || name.equals(Variable.DEBUG.name());
      if (ours && !value.isBlank()) {
        values.put(name, value.strip());
      }
    });
  }

  static StandaloneSettings read(Map<String, String> variables) {
    Environment environment = new Environment(variables);
    environment.refuseUnknown();
    TelegramMode telegram = environment.telegram();
    StandaloneSettings settings =
        new StandaloneSettings(
            environment.port(Variable.CF_HTTP_PORT, 0),
            environment.bind(),
            environment.dataFolder(),
            telegram,
            environment.app(telegram),
            environment.port(Variable.CF_SANDBOX_HTTP_PORT, StandaloneSettings.DATA_CENTRES),
            environment.people(),
            EdgeVariables.read(environment.values),
            new MailVariables(environment::text).read(environment.port(Variable.CF_MAIL_PORT, 0)),
            environment.number(Variable.CF_JOURNAL_MONTHS, MAX_JOURNAL_MONTHS),
            new VaultVariables(environment::text).read(),
            environment.yes(Variable.CF_PROXY_PRIVATE_NETWORKS),
            environment.connect());
    environment.refuseContradictions(settings);
    return settings;
  }

  private void refuseUnknown() {
    List<String> unknown = new ArrayList<>(values.keySet());
    unknown.removeAll(Arrays.stream(Variable.values()).map(Enum::name).toList());
    if (!unknown.isEmpty()) {
      String name = unknown.getFirst();
      throw new StartRefused(
          "%s is not a setting of Content Factory; did you mean %s?"
              .formatted(name, nearest(name)));
    }
  }

  private static String nearest(String name) {
    return Arrays.stream(Variable.values())
        .map(Enum::name)
        .min(Comparator.comparingInt(known -> distance(known, name)))
        .orElseThrow();
  }

  private TelegramMode telegram() {
    String name = text(Variable.CF_TELEGRAM);
    return TelegramMode.named(name.toLowerCase(Locale.ROOT))
        .orElseThrow(() ->
            new StartRefused(
                "CF_TELEGRAM is sandbox, production or test, not \"%s\".".formatted(name)));
  }

  private @Nullable AppCredentials app(TelegramMode telegram) {
    String id = values.get(Variable.CF_API_ID.name());
    String hash = values.get(Variable.CF_API_HASH.name());
    if (telegram == TelegramMode.SANDBOX) {
      if (id != null || hash != null) {
        throw new StartRefused(
            "CF_API_ID and CF_API_HASH belong to CF_TELEGRAM=production or test; the sandbox takes neither.");
      }
      return null;
    }
    if (id == null || hash == null) {
      throw new StartRefused(
          "CF_TELEGRAM=%s needs CF_API_ID and CF_API_HASH, which my.telegram.org gives you."
              .formatted(telegram.wireName()));
    }
    return new AppCredentials(apiId(id), apiHash(hash));
  }

  private static int apiId(String text) {
    try {
      int id = Integer.parseInt(text);
      if (id > 0) {
        return id;
      }
    } catch (NumberFormatException notANumber) {
      // said below, as for a number that is too small
    }
    throw new StartRefused("CF_API_ID is a positive number, not \"%s\".".formatted(text));
  }

  private static String apiHash(String text) {
    if (!HASH.matcher(text).matches()) {
      throw new StartRefused(
          "CF_API_HASH is 32 hexadecimal digits in lower case; the given value is not.");
    }
    return text;
  }

  /// @param following how many ports after it are taken too
  private int port(Variable variable, int following) {
    String text = text(variable);
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= LAST_PORT - following) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // said below, as for a number out of range
    }
    throw new StartRefused(
        "%s is a port from 0 to %d, not \"%s\".".formatted(variable, LAST_PORT - following, text));
  }

  private PeopleSettings people() {
    String registration = text(Variable.CF_REGISTRATION).toLowerCase(Locale.ROOT);
    if (!REGISTRATION.contains(registration)) {
      throw new StartRefused(
          "CF_REGISTRATION is open, invitation or closed, not \"%s\".".formatted(registration));
    }
    return new PeopleSettings(
        registration,
        number(Variable.CF_CAPTCHA_DIFFICULTY, MAX_CAPTCHA_DIFFICULTY),
        new OidcVariables(this::text).read());
  }

  private ConnectPace connect() {
    return new ConnectPace(
        number(Variable.CF_CONNECT_NUMBERS, 1, MAX_NUMBERS),
        number(Variable.CF_CONNECT_STARTS_PER_MINUTE, 1, MAX_STARTS),
        number(Variable.CF_CONNECT_STARTS_PER_HOUR, 1, MAX_STARTS),
        number(Variable.CF_CONNECT_OPEN, 1, MAX_NUMBERS));
  }

  private int number(Variable variable, int max) {
    return number(variable, 0, max);
  }

  private int number(Variable variable, int min, int max) {
    String text = text(variable);
    try {
      int number = Integer.parseInt(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // said below, as for a number out of range
    }
    throw new StartRefused(
        "%s is a number from %d to %d, not \"%s\".".formatted(variable, min, max, text));
  }

  private InetAddress bind() {
    String text = text(Variable.CF_BIND);
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException notAnAddress) {
      throw new StartRefused(
          "CF_BIND is an IP address such as 127.0.0.1 or 0.0.0.0, not \"%s\".".formatted(text),
          notAnAddress);
    }
  }

  private Path dataFolder() {
    String text = text(Variable.CF_DATA_DIR);
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException notAPath) {
      throw new StartRefused(
          "CF_DATA_DIR is not a folder's name: \"%s\".".formatted(text), notAPath);
    }
  }

  private void refuseContradictions(StandaloneSettings settings) {
    if (!settings.sandbox() && values.containsKey(Variable.CF_SANDBOX_HTTP_PORT.name())) {
      throw new StartRefused(
          "CF_SANDBOX_HTTP_PORT contradicts CF_TELEGRAM=%s, which starts no sandbox."
              .formatted(settings.telegram().wireName()));
    }
    int first = settings.sandboxHttpPort();
    int last = first + StandaloneSettings.DATA_CENTRES;
    if (settings.sandbox()
        && first != 0
        && settings.httpPort() >= first
        && settings.httpPort() <= last) {
      throw new StartRefused(
          "CF_HTTP_PORT=%d contradicts CF_SANDBOX_HTTP_PORT=%d: the sandbox takes the ports %d to %d."
              .formatted(settings.httpPort(), first, first, last));
    }
  }

  private boolean yes(Variable variable) {
    return switch (text(variable).toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new StartRefused(
              "%s is true or false, not \"%s\".".formatted(variable, text(variable)));
    };
  }

  private String text(Variable variable) {
    String preset = variable.preset();
    return values.getOrDefault(variable.name(), preset == null ? "" : preset);
  }

  /// Levenshtein's distance, for "did you mean".
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, column -> column);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
