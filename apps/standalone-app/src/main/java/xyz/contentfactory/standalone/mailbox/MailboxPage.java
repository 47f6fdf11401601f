package xyz.contentfactory.standalone.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import xyz.contentfactory.user.mail.Mail;

/// The page of the local mailbox: no script, one style sheet, the mails as their plain text with
/// links that work.
final class MailboxPage {
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

  private final String style = read("mailbox.css");

  static List<String> linksOf(Mail mail) {
    return LINK.matcher(mail.text()).results().map(match -> match.group()).toList();
  }

  String style() {
    return style;
  }

  String of(List<Mail> mails, boolean russian) {
    String title = russian ? "Локальный ящик" : "Local mailbox";
    String lead =
        russian
            ? "Почтовый сервер не настроен, поэтому письма остаются на этом компьютере. Обновите страницу, чтобы увидеть новые."
            : "No mail server is set up, so mails stay on this machine. Reload the page to see new ones.";
    String empty = russian ? "Писем пока нет." : "No mail yet.";
    String list =
        mails.isEmpty()
            ? "<p class=\"empty\">" + empty + "</p>"
            : mails.stream().map(mail -> article(mail, russian)).collect(Collectors.joining());
    return """
    <!doctype html>
    <html lang="%s"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>%s · Content Factory</title><link rel="stylesheet" href="/mailbox.css"></head>
    <body><main><header><p class="brand">Content Factory</p><h1>%s</h1><p class="lead">%s</p></header>
    %s</main></body></html>
    """
        .formatted(russian ? "ru" : "en", title, title, lead, list);
  }

  private static String article(Mail mail, boolean russian) {
    Locale locale = Locale.forLanguageTag(russian ? "ru" : "en");
    String at =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale)
            .withZone(ZoneId.systemDefault())
            .format(mail.at());
    return """
    <article><h2>%s</h2><p class="meta"><span>%s</span> <time datetime="%s">%s</time></p>
    <div class="text">%s</div></article>
    """
        .formatted(
            escaped(mail.subject()),
            escaped(mail.to()),
            mail.at(),
            escaped(at),
            linked(mail.text()));
  }

  private static String linked(String text) {
    return LINK.matcher(escaped(text))
        .replaceAll(match ->
            java.util.regex.Matcher.quoteReplacement(
                "<a href=\"" + match.group() + "\">" + match.group() + "</a>"));
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }

  private static String read(String name) {
    try (InputStream stream = MailboxPage.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
