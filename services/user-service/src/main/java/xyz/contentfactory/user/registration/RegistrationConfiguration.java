package xyz.contentfactory.user.registration;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.audit.AuditTrail;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.user.UserServiceProperties;
import xyz.contentfactory.user.captcha.Captcha;
import xyz.contentfactory.user.email.EmailConfirmations;
import xyz.contentfactory.user.invitation.Invitations;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.password.Passwords;

/// The parts of becoming a member.
@Configuration(proxyBeanMethods = false)
@Import(RegistrationController.class)
public class RegistrationConfiguration {
  @Bean
  Captcha captcha(
      UserServiceProperties properties,
      @Qualifier("userDatabase") ServiceDatabase database,
      Keyring keyring,
      InstantSource clock,
      JsonMapper json) {
    return new Captcha(properties.captcha(), database, keyring, clock, new SecureRandom(), json);
  }

  @Bean
  Invitations invitations(@Qualifier("userDatabase") ServiceDatabase database) {
    return new Invitations(database);
  }

  @Bean
  Registrations registrations(
      UserServiceProperties properties,
      @Qualifier("userDatabase") ServiceDatabase database,
      Members members,
      Captcha captcha,
      Passwords passwords,
      EmailConfirmations confirmations,
      InstantSource clock,
      JsonMapper json) {
    return new Registrations(
        new Registrations.Door(properties.registration(), captcha, properties.mail().mailbox()),
        database,
        members,
        new Invitations(database),
        passwords,
        confirmations,
        new AuditTrail(database, clock, json),
        clock);
  }
}
