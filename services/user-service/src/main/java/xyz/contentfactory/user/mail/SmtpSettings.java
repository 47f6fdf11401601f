package xyz.contentfactory.user.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import xyz.contentfactory.kit.secret.Secret;

/// Settings `user-service.mail.smtp.*`: the server that takes our mail.
///
/// @param username null when the server asks for none
/// @param from the sender, as `Name <address>` or an address
/// @param security how the connection is made safe
public record SmtpSettings(
    String host,
    @DefaultValue("587") int port,
    @Nullable String username,
    @Nullable Secret password,
    String from,
    @DefaultValue("starttls") Security security) {
  public SmtpSettings {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("user-service.mail.smtp.port must be a port");
    }
    if ((username == null) != (password == null)) {
      throw new IllegalArgumentException(
          "user-service.mail.smtp.username and password belong together");
    }
  }

  /// How the connection to the mail server is made safe.
  public enum Security {
    /// Begins plain and must become encrypted before anything is said.
    STARTTLS,
    /// Encrypted from the first byte (port 465).
    TLS,
    /// Not encrypted: only for a server on the same machine.
    NONE
  }
}
