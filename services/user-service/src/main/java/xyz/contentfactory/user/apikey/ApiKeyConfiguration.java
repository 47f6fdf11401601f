package xyz.contentfactory.user.apikey;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.ApiKeyCallers;
import xyz.contentfactory.kit.identity.Revoked;
import xyz.contentfactory.user.revocation.Revocations;

/// The keys of programs, and the answer to the edge's question whose they are.
@Configuration(proxyBeanMethods = false)
@Import(ApiKeyController.class)
public class ApiKeyConfiguration {
  @Bean
  ApiKeys apiKeys(@Qualifier("userDatabase") ServiceDatabase database, InstantSource clock) {
    return new ApiKeys(database, clock);
  }

  @Bean
  ApiKeyDesk apiKeyDesk(
      @Qualifier("userDatabase") ServiceDatabase database,
      ApiKeys keys,
      Revocations revocations,
      Audit audit,
      InstantSource clock) {
    return new ApiKeyDesk(database, keys, revocations, audit, clock, new SecureRandom());
  }

  @Bean
  ApiKeyCallers apiKeyCallers(ApiKeys keys, Revoked revoked, Audit audit, InstantSource clock) {
    return new KnownApiKeys(keys, revoked, audit, clock);
  }
}
