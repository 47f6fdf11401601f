package xyz.contentfactory.kit;

import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings `service-kit.*`.
///
/// @param keyringFolder folder of the local keyring; created with mode 0700 when missing. No
///   default: whoever loses this folder loses every stored secret
/// @param tokenIssuer who signs access tokens (`iss`); the edge accepts no other
/// @param tokenAudience whom they are for (`aud`)
@ConfigurationProperties("service-kit")
public record ServiceKitProperties(
    Path keyringFolder,
    @DefaultValue("content-factory") String tokenIssuer,
    @DefaultValue("content-factory-api") String tokenAudience) {
  public ServiceKitProperties {
    Objects.requireNonNull(keyringFolder, "service-kit.keyring-folder must be set");
  }
}
