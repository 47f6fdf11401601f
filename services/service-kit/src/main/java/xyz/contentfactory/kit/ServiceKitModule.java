package xyz.contentfactory.kit;

import java.net.URI;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import xyz.contentfactory.kit.health.HealthConfiguration;
import xyz.contentfactory.kit.identity.Revoked;
import xyz.contentfactory.kit.identity.RevokedInMemory;
import xyz.contentfactory.kit.problem.ProblemConfiguration;
import xyz.contentfactory.kit.rotation.Rotation;
import xyz.contentfactory.kit.rotation.RotationWork;
import xyz.contentfactory.kit.rotation.SealedColumns;
import xyz.contentfactory.kit.secret.KeyCover;
import xyz.contentfactory.kit.secret.LocalKeyring;
import xyz.contentfactory.kit.secret.RotatingKeyring;
import xyz.contentfactory.kit.secret.VaultSettings;
import xyz.contentfactory.kit.secret.VaultTransit;
import xyz.contentfactory.kit.web.PublicUrl;
import xyz.contentfactory.kit.web.WebConfiguration;

/// What every service gets: problem documents, strict JSON, the caller, the keyring, health, clock.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceKitProperties.class)
@Import({ProblemConfiguration.class, WebConfiguration.class, HealthConfiguration.class})
public class ServiceKitModule {
  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  /// Port 0 stands for the one that was opened, which may have been any free one.
  @Bean
  PublicUrl publicUrl(ServiceKitProperties properties, Environment environment) {
    URI set = properties.publicUrl();
    return new PublicUrl(() ->
        set.getPort() != 0
            ? set
            : URI.create(
                set.getScheme()
                    + "://"
                    + set.getHost()
                    + ":"
                    + environment.getProperty("local.server.port", "8080")));
  }

  @Bean
  RotatingKeyring keyring(ServiceKitProperties properties, InstantSource clock) {
    VaultSettings vault = properties.vault();
    return LocalKeyring.open(
        properties.keyringFolder(), clock, vault == null ? KeyCover.NONE : new VaultTransit(vault));
  }

  @Bean
  Rotation rotation(
      RotatingKeyring keyring, ObjectProvider<SealedColumns> services, InstantSource clock) {
    return new Rotation(keyring, services.orderedStream().toList(), clock);
  }

  /// Depends on what it changes, so that it stops first.
  @Bean
  RotationWork rotationWork(Rotation rotation) {
    return RotationWork.start(rotation);
  }

  @Bean
  Revoked revoked(InstantSource clock) {
    return new RevokedInMemory(clock);
  }
}
