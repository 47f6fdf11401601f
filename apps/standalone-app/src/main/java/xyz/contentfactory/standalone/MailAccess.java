package xyz.contentfactory.standalone;

import org.jspecify.annotations.Nullable;

/// How mail leaves.
///
/// @param mailboxPort 0 for any free one; without meaning with a mail server
/// @param smtp null keeps mail in the local mailbox
record MailAccess(int mailboxPort, @Nullable Smtp smtp) {

  /// The mail server. `toString` keeps the password to itself.
  record Smtp(
      String host,
      int port,
      @Nullable String username,
      @Nullable String password,
      String from,
      String security) {

    @Override
    public String toString() {
      return "Smtp[" + host + ":" + port + "]";
    }
  }
}
