package xyz.contentfactory.standalone;

/// The process cannot start as it was asked to. The message is the one sentence that is printed.
final class StartRefused extends RuntimeException {

  /// As shells use it for a wrong use of a command.
  static final int EXIT_CODE = 2;

  StartRefused(String sentence) {
    super(sentence);
  }

  StartRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
