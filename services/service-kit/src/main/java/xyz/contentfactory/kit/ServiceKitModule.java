package xyz.contentfactory.kit;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.problem.ProblemWriter;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.kit.secret.LocalKeyring;

/// What every service gets: problem documents, strict JSON, the caller, the keyring, health, clock.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceKitProperties.class)
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
  ProblemWriter problemWriter(JsonMapper json) {
    return new ProblemWriter(json);
  }
}
