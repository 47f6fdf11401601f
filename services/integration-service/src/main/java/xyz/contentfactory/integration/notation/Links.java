package xyz.contentfactory.integration.notation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/// Which addresses a post may link to: nothing that runs code or opens local files.
public final class Links {
  private static final Set<String> SCHEMES = Set.of("http", "https", "tg", "mailto");
  private static final int LIMIT = 2048;

  private Links() {}

  public static boolean allows(String url) {
    if (url.length() > LIMIT) {
      return false;
    }
    try {
      URI uri = new URI(url);
      String scheme = uri.getScheme();
      return scheme != null
          && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
          && !uri.getSchemeSpecificPart().replace("/", "").isBlank();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  static String checked(String url, int position) {
    if (!allows(url)) {
      throw new MarkupFault(position, "a link begins with http, https, tg or mailto.");
    }
    return url;
  }
}
