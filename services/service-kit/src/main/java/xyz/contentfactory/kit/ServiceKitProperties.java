package xyz.contentfactory.kit;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import xyz.contentfactory.kit.secret.VaultSettings;

/// Settings `service-kit.*`.
///
/// @param keyringFolder folder of the local keyring; created with mode 0700 when missing. No
///   default: whoever loses this folder loses every stored secret
/// @param vault what encrypts the keyring in its file; without one it lies there in plain
/// @param publicUrl the address that people type: links in mails are made of it, and when it is
///   https, cookies are `Secure` and browsers are told to stay with TLS
/// @param tokenIssuer who signs access tokens (`iss`); the edge accepts no other
/// @param tokenAudience whom they are for (`aud`)
@ConfigurationProperties("service-kit")
public record ServiceKitProperties(
    Path keyringFolder,
    @Nullable VaultSettings vault,
    @DefaultValue("http://localhost:8080") URI publicUrl,
    @DefaultValue("content-factory") String tokenIssuer,
    @DefaultValue("content-factory-api") String tokenAudience) {
  public ServiceKitProperties {
    Objects.requireNonNull(keyringFolder, "service-kit.keyring-folder must be set");
    boolean web = "http".equals(publicUrl.getScheme()) || "https".equals(publicUrl.getScheme());
    if (!web || publicUrl.getHost() == null || !publicUrl.getRawPath().isEmpty()) {
      throw new IllegalArgumentException(
          "service-kit.public-url is http(s)://name[:port] without a path");
    }
  }

  /// Whether people come by TLS, wherever it ends.
  public boolean isSecure() {
    return "https".equals(publicUrl.getScheme());
  }
}
