package xyz.contentfactory.user.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.identity.UserAgent;

/// What a session was opened with, as its `User-Agent` says; null where it says nothing known.
///
/// @param browser such as `Firefox`, or the program's name
/// @param system such as `Windows` or `iPhone`
public record Device(@Nullable String browser, @Nullable String system) {
  public static final Device UNKNOWN = new Device(null, null);

  private record Sign(String part, String name) {}

  /// The first that occurs names it: many call themselves Chrome or Safari as well.
  private static final List<Sign> BROWSERS =
      List.of(
          new Sign("Edg", "Edge"),
          new Sign("OPR/", "Opera"),
          new Sign("YaBrowser/", "Yandex Browser"),
          new Sign("SamsungBrowser/", "Samsung Internet"),
          new Sign("Vivaldi/", "Vivaldi"),
          new Sign("FxiOS/", "Firefox"),
          new Sign("Firefox/", "Firefox"),
          new Sign("CriOS/", "Chrome"),
          new Sign("Chromium/", "Chromium"),
          new Sign("Chrome/", "Chrome"),
          new Sign("Safari/", "Safari"),
          new Sign("curl/", "curl"),
          new Sign("Wget/", "Wget"),
          new Sign("PostmanRuntime/", "Postman"),
          new Sign("Java-http-client/", "Java"),
          new Sign("Go-http-client/", "Go"),
          new Sign("okhttp/", "OkHttp"),
          new Sign("python", "Python"),
          new Sign("Python/", "Python"),
          new Sign("node", "Node.js"));

  private static final List<Sign> SYSTEMS =
      List.of(
          new Sign("iPhone", "iPhone"),
          new Sign("iPad", "iPad"),
          new Sign("Android", "Android"),
          new Sign("Windows", "Windows"),
          new Sign("CrOS", "ChromeOS"),
          new Sign("Mac OS X", "macOS"),
          new Sign("Linux", "Linux"));

  public static Device of(UserAgent agent) {
    return new Device(first(BROWSERS, agent.value()), first(SYSTEMS, agent.value()));
  }

  private static @Nullable String first(List<Sign> signs, String agent) {
    return signs.stream()
        .filter(sign -> agent.contains(sign.part()))
        .map(Sign::name)
        .findFirst()
        .orElse(null);
  }
}
