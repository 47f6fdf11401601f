package xyz.contentfactory.kit;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import xyz.contentfactory.kit.health.HealthConfiguration;
import xyz.contentfactory.kit.identity.EndedSessions;
import xyz.contentfactory.kit.identity.EndedSessionsInMemory;
import xyz.contentfactory.kit.problem.ProblemConfiguration;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.kit.secret.LocalKeyring;
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

  @Bean
  Keyring keyring(ServiceKitProperties properties) {
    return LocalKeyring.open(properties.keyringFolder());
  }

  @Bean
  EndedSessions endedSessions(InstantSource clock) {
    return new EndedSessionsInMemory(clock);
  }
}
