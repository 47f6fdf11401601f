package xyz.contentfactory.user.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Settings `user-service.mail.*`.
///
/// @param smtp null keeps all mail in the local mailbox
/// @param mailboxUrl where the local mailbox is shown; null when nothing shows it
public record MailSettings(@Nullable SmtpSettings smtp, @Nullable URI mailboxUrl) {
  /// The page with the mails, when they are kept here.
  public @Nullable URI mailbox() {
    return smtp == null ? mailboxUrl : null;
  }
}
