package xyz.contentfactory.kit.secret;

import java.net.URI;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the vault is that encrypts the keyring.
///
/// @param url such as `https://vault.example.org:8200`
/// @param token what it lets us in by
/// @param mount where its transit engine is mounted
/// @param key the name of the key there
public record VaultSettings(
    URI url,
    Secret token,
    @DefaultValue("transit") String mount,
    @DefaultValue("content-factory") String key) {
  public VaultSettings {
    Objects.requireNonNull(url, "service-kit.vault.url must be set");
    Objects.requireNonNull(token, "service-kit.vault.token must be set");
    boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
    if (!web
        || url.getHost() == null
        || url.getRawQuery() != null
        || url.getRawUserInfo() != null) {
      throw new IllegalArgumentException("service-kit.vault.url is http(s)://name[:port]");
    }
    if (!mount.matches("[A-Za-z0-9_/-]+") || !key.matches("[A-Za-z0-9_.-]+")) {
      throw new IllegalArgumentException(
          "service-kit.vault.mount and .key are names of letters, digits, dashes");
    }
  }

  URI address(String act) {
    return VaultTransit.addressOf(url, mount, act, key);
  }
}
