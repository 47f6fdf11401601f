package xyz.contentfactory.user.mail;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mail before it is put into words.
///
/// @param link where its button leads; null when there is nothing to do
/// @param values what its words name as `{0}`, `{1}`, …: text of others, which is escaped in HTML
public record Letter(
    LetterKind kind, MailLanguage language, @Nullable URI link, List<String> values) {
  public Letter {
    values = List.copyOf(values);
  }

  public static Letter of(LetterKind kind, MailLanguage language, @Nullable URI link) {
    return new Letter(kind, language, link, List.of());
  }

  /// The link is as good as a password for a while.
  @Override
  public String toString() {
    return "Letter[" + kind + ", " + language + "]";
  }
}
