package xyz.contentfactory.kit;

import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Settings `service-kit.*`.
///
/// @param keyringFolder folder of the local keyring; created with mode 0700 when missing. No
///   default: whoever loses this folder loses every stored secret
@ConfigurationProperties("service-kit")
public record ServiceKitProperties(Path keyringFolder) {
  public ServiceKitProperties {
    Objects.requireNonNull(keyringFolder, "service-kit.keyring-folder must be set");
  }
}
