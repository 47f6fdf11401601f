package xyz.contentfactory.standalone;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the variables about mail; what contradicts is refused with one sentence.
final class MailVariables {
  private static final int LAST_PORT = 65_535;
  private static final Set<String> SECURITY = Set.of("starttls", "tls", "none");

  private final Function<Variable, String> text;

  /// @param text a variable's value or preset; empty when there is none
  MailVariables(Function<Variable, String> text) {
    this.text = text;
  }

  MailAccess read(int mailboxPort) {
    return new MailAccess(mailboxPort, smtp());
  }

  private MailAccess.@Nullable Smtp smtp() {
    String host = text.apply(Variable.CF_SMTP_HOST);
    String from = text.apply(Variable.CF_SMTP_FROM);
    String username = text.apply(Variable.CF_SMTP_USERNAME);
    String password = text.apply(Variable.CF_SMTP_PASSWORD);
    if (host.isEmpty()) {
      if (!from.isEmpty() || !username.isEmpty() || !password.isEmpty()) {
        throw new StartRefused("CF_SMTP_* belong together: CF_SMTP_HOST is missing.");
      }
      return null;
    }
    if (from.isEmpty()) {
      throw new StartRefused("CF_SMTP_HOST needs CF_SMTP_FROM, the sender of our mail.");
    }
    if (username.isEmpty() != password.isEmpty()) {
      throw new StartRefused("CF_SMTP_USERNAME and CF_SMTP_PASSWORD belong together.");
    }
    return new MailAccess.Smtp(host, port(), orNull(username), orNull(password), from, security());
  }

  private static @Nullable String orNull(String value) {
    return value.isEmpty() ? null : value;
  }

  private int port() {
    String port = text.apply(Variable.CF_SMTP_PORT);
    try {
      int number = Integer.parseInt(port);
      if (number > 0 && number <= LAST_PORT) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // said below, as for a number out of range
    }
    throw new StartRefused("CF_SMTP_PORT is a port from 1 to 65535, not \"%s\".".formatted(port));
  }

  private String security() {
    String security = text.apply(Variable.CF_SMTP_SECURITY).toLowerCase(Locale.ROOT);
    if (!SECURITY.contains(security)) {
      throw new StartRefused(
          "CF_SMTP_SECURITY is starttls, tls or none, not \"%s\".".formatted(security));
    }
    return security;
  }
}
