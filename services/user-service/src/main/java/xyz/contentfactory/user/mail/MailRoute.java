package xyz.contentfactory.user.mail;

/// The way a mail goes. A seam: SMTP, the local mailbox, and a list in tests.
public interface MailRoute {
  /// Hands the mail over.
  ///
  /// @throws MailNotTaken when it may be tried again
  void send(Mail mail);

  /// Whether the outbox is where the mail is read.
  default boolean keeps() {
    return false;
  }

  /// Without a mail server: the outbox keeps the mails, and a page on the machine shows them.
  MailRoute LOCAL_MAILBOX =
      new MailRoute() {
        @Override
        public void send(Mail mail) {
          // keeping it is all
        }

        @Override
        public boolean keeps() {
          return true;
        }
      };
}
