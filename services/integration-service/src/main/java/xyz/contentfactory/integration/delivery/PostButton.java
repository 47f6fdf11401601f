package xyz.contentfactory.integration.delivery;

import java.util.List;
import xyz.contentfactory.telegram.client.UrlButton;

/// A link below a post of a bot.
public record PostButton(String text, String url) {
  static List<List<UrlButton>> outgoing(List<List<PostButton>> rows) {
    return rows.stream()
        .map(row -> row.stream().map(b -> new UrlButton(b.text(), b.url())).toList())
        .toList();
  }
}
