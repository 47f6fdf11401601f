package xyz.contentfactory.user.mail;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.lease.Leases;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.user.UserServiceProperties;

/// The outbox and the way that mail takes from it. Who looks after it is `Postman`, which begins
/// with the configuration of what causes mail.
@Configuration(proxyBeanMethods = false)
public class MailConfiguration {
  @Bean
  Outbox mailOutbox(
      @Qualifier("userDatabase") ServiceDatabase database,
      Keyring keyring,
      InstantSource clock,
      JsonMapper json) {
    return new Outbox(database, keyring, clock, json);
  }

  @Bean
  MailRoute mailRoute(UserServiceProperties properties) {
    SmtpSettings smtp = properties.mail().smtp();
    return smtp == null ? MailRoute.LOCAL_MAILBOX : new SmtpRoute(smtp);
  }

  @Bean
  Leases userLeases(@Qualifier("userDatabase") ServiceDatabase database, InstantSource clock) {
    return new Leases(database, clock);
  }
}
