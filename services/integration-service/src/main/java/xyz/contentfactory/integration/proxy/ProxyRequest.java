package xyz.contentfactory.integration.proxy;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.Complaints;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.telegram.net.proxy.MtProxySecret;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.ProxyLogin;

/// A proxy as a person writes it.
///
/// @param kind SOCKS5, HTTP or MTPROTO
/// @param host a name or an address
/// @param username for SOCKS5 and HTTP, when the proxy asks for one
/// @param secret of an MTProxy, in hexadecimal or Base64
public record ProxyRequest(
    @Nullable ProxyKind kind,
    @Nullable String host,
    @Nullable Integer port,
    @Schema(maxLength = 255) @Nullable String username,
    @Nullable Secret password,
    @Nullable Secret secret) {
  private static final int LONGEST_HOST = 253;

  /// Everything that is wrong is said at once.
  ///
  /// @param prefix of the names of fields in what is said; empty or ending with a dot
  /// @throws xyz.contentfactory.kit.problem.ProblemException `invalid-input`
  public Proxy toProxy(String prefix) {
    Complaints complaints = new Complaints();
    String at = host == null ? "" : host.strip();
    if (at.length() > LONGEST_HOST || !Proxy.Place.isHost(at)) {
      complaints.add(
          prefix + "host", "Write a name such as proxy.example.org, or an IP address.", "host");
    }
    if (port == null || !Proxy.Place.isPort(port)) {
      complaints.add(prefix + "port", "A port is a number from 1 to 65535.", "port");
    }
    if (kind == null) {
      complaints.add(prefix + "kind", "Choose SOCKS5, HTTP or MTPROTO.", "choice");
    } else if (kind == ProxyKind.MTPROTO) {
      checkSecret(complaints, prefix);
    } else {
      checkLogin(complaints, prefix);
    }
    complaints.throwIfAny();
    return proxy(at, port == null ? 0 : port);
  }

  /// The part `proxy` of another request; null when none is chosen.
  public static @Nullable Proxy read(@Nullable ProxyRequest proxy) {
    return proxy == null ? null : proxy.toProxy("proxy.");
  }

  private Proxy proxy(String at, int on) {
    return switch (kind) {
      case MTPROTO -> new Proxy.MtProxy(at, on, MtProxySecret.parse(text(secret)));
      case HTTP -> new Proxy.HttpConnect(at, on, login());
      case SOCKS5 -> new Proxy.Socks5(at, on, login());
      case null -> throw new IllegalStateException("a proxy without a kind was let through");
    };
  }

  private @Nullable ProxyLogin login() {
    return username == null || username.isEmpty() ? null : new ProxyLogin(username, text(password));
  }

  private void checkLogin(Complaints complaints, String prefix) {
    String user = username == null ? "" : username;
    if (!ProxyLogin.isGood(user) || (kind == ProxyKind.HTTP && user.indexOf(':') >= 0)) {
      complaints.add(prefix + "username", "That is no name that a proxy can take.", "username");
    }
    if (!ProxyLogin.isGood(text(password))) {
      complaints.add(prefix + "password", "That is no password that a proxy can take.", "password");
    }
    if (user.isEmpty() && !text(password).isEmpty()) {
      complaints.add(prefix + "username", "A password needs a name.", "required");
    }
    if (!text(secret).isEmpty()) {
      complaints.add(prefix + "secret", "Only an MTProxy has a secret.", "not-applicable");
    }
  }

  private void checkSecret(Complaints complaints, String prefix) {
    if ((username != null && !username.isEmpty()) || !text(password).isEmpty()) {
      complaints.add(prefix + "username", "An MTProxy has a secret and no name.", "not-applicable");
    }
    try {
      var _ = MtProxySecret.parse(text(secret));
    } catch (IllegalArgumentException e) {
      complaints.add(
          prefix + "secret",
          "A secret has 32 hexadecimal digits, or dd or ee before them, or the same in Base64.",
          "secret");
    }
  }

  private static String text(@Nullable Secret given) {
    return given == null ? "" : given.reveal();
  }

  @Override
  public String toString() {
    return "ProxyRequest[" + kind + "]";
  }
}
