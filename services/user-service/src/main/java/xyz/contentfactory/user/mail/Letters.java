package xyz.contentfactory.user.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.web.util.HtmlUtils;

/// Puts letters into words: plain text for every reader, and the same as simple HTML without
/// pictures, scripts or anything fetched from elsewhere.
final class Letters {
  private final Map<MailLanguage, Properties> words = new EnumMap<>(MailLanguage.class);
  private final String page;

  Letters() {
    for (MailLanguage language : MailLanguage.values()) {
      Properties read = new Properties();
      try {
        read.load(
            new InputStreamReader(
                open("letters_" + language.tag() + ".properties"), StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      words.put(language, read);
    }
    try (InputStream stream = open("letter.html")) {
      this.page = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream stream = Letters.class.getResourceAsStream(name);
    if (stream == null) {
      throw new IllegalStateException(name + " is not on the class path");
    }
    return stream;
  }

  record Words(String subject, String text, String html) {}

  Words of(Letter letter) {
    String subject = say(letter, "subject");
    String lead = say(letter, "lead");
    String note = say(letter, "note");
    String foot = common(letter, "foot");
    return new Words(
        subject,
        letter.link() == null
            ? lead + "\n\n" + note + "\n\n-- \n" + foot + "\n"
            : lead + "\n\n" + letter.link() + "\n\n" + note + "\n\n-- \n" + foot + "\n",
        page.replace("{language}", letter.language().tag())
            .replace("{foot}", escaped(foot))
            .replace("{button}", button(letter))
            .replace("{note}", escaped(note))
            .replace("{lead}", escaped(lead))
            .replace("{subject}", escaped(subject)));
  }

  private String button(Letter letter) {
    if (letter.link() == null) {
      return "";
    }
    String link = escaped(letter.link().toString());
    return """
    <p style="margin:24px 0"><a href="%s" style="display:inline-block;padding:11px 20px;\
    border-radius:8px;background:#0b6478;color:#ffffff;font-weight:600;text-decoration:none">%s</a></p>
    <p style="margin:0 0 20px;color:#5b6470;font-size:13px;line-height:20px">%s<br>\
    <a href="%s" style="color:#0b6478;word-break:break-all">%s</a></p>
    """
        .formatted(
            link, escaped(say(letter, "button")), escaped(common(letter, "copy")), link, link);
  }

  private String say(Letter letter, String part) {
    String said = word(letter, letter.kind().key() + "." + part);
    for (int i = 0; i < letter.values().size(); i++) {
      said = said.replace("{" + i + "}", letter.values().get(i));
    }
    return said;
  }

  private String common(Letter letter, String key) {
    return word(letter, key);
  }

  private String word(Letter letter, String key) {
    String found = words.getOrDefault(letter.language(), new Properties()).getProperty(key);
    if (found == null) {
      throw new IllegalStateException(key + " is not said in " + letter.language());
    }
    return found;
  }

  private static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
