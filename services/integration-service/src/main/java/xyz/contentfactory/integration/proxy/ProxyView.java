package xyz.contentfactory.integration.proxy;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.ProxyLogin;

/// A proxy as the API shows it: never its password or secret.
///
/// @param kind absent when the account goes the straight way, and all else with it
/// @param hasPassword a password is kept
/// @param roundTripMillis how long Telegram's answer took when it was tested
@Schema(name = "AccountProxy")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProxyView(
    @Nullable ProxyKind kind,
    @Nullable String host,
    @Nullable Integer port,
    @Nullable String username,
    boolean hasPassword,
    @Nullable Instant testedAt,
    @Nullable Long roundTripMillis) {
  static final ProxyView NONE = new ProxyView(null, null, null, null, false, null, null);

  static ProxyView of(TestedProxy tested) {
    Proxy proxy = tested.proxy();
    ProxyLogin login =
        switch (proxy) {
          case Proxy.Socks5 socks -> socks.login();
          case Proxy.HttpConnect http -> http.login();
          case Proxy.MtProxy ignored -> null;
        };
    return new ProxyView(
        kind(proxy),
        proxy.host(),
        proxy.port(),
        login == null ? null : login.user(),
        login != null && !login.password().isEmpty(),
        tested.testedAt(),
        tested.roundTrip().toMillis());
  }

  /// Kind, host and port in one line, for the journal.
  public static String place(Proxy proxy) {
    return kind(proxy) + " " + proxy.host() + ":" + proxy.port();
  }

  static ProxyKind kind(Proxy proxy) {
    return switch (proxy) {
      case Proxy.Socks5 ignored -> ProxyKind.SOCKS5;
      case Proxy.HttpConnect ignored -> ProxyKind.HTTP;
      case Proxy.MtProxy ignored -> ProxyKind.MTPROTO;
    };
  }
}
