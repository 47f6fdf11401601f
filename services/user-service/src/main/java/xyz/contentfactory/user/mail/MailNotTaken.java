package xyz.contentfactory.user.mail;

/// The mail server could not be reached or did not take the mail. The message names neither the
/// recipient nor what the mail says.
final class MailNotTaken extends RuntimeException {
  MailNotTaken(String message) {
    super(message, null, false, false);
  }
}
