package xyz.contentfactory.telegram.client;

/// A link below a message of a bot.
public record UrlButton(String text, String url) {
  public UrlButton {
    if (text.isBlank() || url.isBlank()) {
      throw new IllegalArgumentException("a button has a text and an address");
    }
  }
}
