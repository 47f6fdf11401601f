package xyz.contentfactory.integration.proxy;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.telegram.net.proxy.MtProxySecret;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.ProxyLogin;

/// A proxy as bytes, to be sealed.
public final class ProxyText {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ProxyText() {}

  private record Form(
      ProxyKind kind,
      String host,
      int port,
      @Nullable String user,
      @Nullable String password,
      @Nullable String secret) {
    static Form of(ProxyKind kind, Proxy at, @Nullable ProxyLogin login) {
      return new Form(
          kind,
          at.host(),
          at.port(),
          login == null ? null : login.user(),
          login == null ? null : login.password(),
          null);
    }

    @Nullable ProxyLogin login() {
      return user == null || password == null ? null : new ProxyLogin(user, password);
    }

    @Override
    public String toString() {
      return "Form[" + kind + "]";
    }
  }

  public static byte[] write(Proxy proxy) {
    return JSON.writeValueAsBytes(
        switch (proxy) {
          case Proxy.Socks5 socks -> Form.of(ProxyKind.SOCKS5, socks, socks.login());
          case Proxy.HttpConnect http -> Form.of(ProxyKind.HTTP, http, http.login());
          case Proxy.MtProxy mt ->
              new Form(ProxyKind.MTPROTO, mt.host(), mt.port(), null, null, mt.secret().reveal());
        });
  }

  public static Proxy read(byte[] bytes) {
    Form form = JSON.readValue(bytes, Form.class);
    return switch (form.kind()) {
      case SOCKS5 -> new Proxy.Socks5(form.host(), form.port(), form.login());
      case HTTP -> new Proxy.HttpConnect(form.host(), form.port(), form.login());
      case MTPROTO -> {
        String secret = form.secret() == null ? "" : form.secret();
        yield new Proxy.MtProxy(form.host(), form.port(), MtProxySecret.parse(secret));
      }
    };
  }
}
