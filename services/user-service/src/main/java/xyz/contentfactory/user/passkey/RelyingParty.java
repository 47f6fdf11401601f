package xyz.contentfactory.user.passkey;

import java.net.URI;

/// Who we are to a browser: passkeys are bound to the host of the public address, and only pages of
/// its origin may use them.
///
/// @param id the host name; passkeys end when it changes
/// @param origin scheme, host and port
public record RelyingParty(String id, String origin) {
  public static final String NAME = "Content Factory";

  public static RelyingParty at(URI publicUrl) {
    String host = publicUrl.getHost();
    String port = publicUrl.getPort() < 0 ? "" : ":" + publicUrl.getPort();
    return new RelyingParty(host, publicUrl.getScheme() + "://" + host + port);
  }
}
