package xyz.contentfactory.user;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.ServiceKitProperties;
import xyz.contentfactory.kit.audit.AuditTrail;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.EndedSessions;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.user.auth.AuthController;
import xyz.contentfactory.user.auth.SignIns;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.password.Passwords;
import xyz.contentfactory.user.session.AccessTokens;
import xyz.contentfactory.user.session.JwksController;
import xyz.contentfactory.user.session.SessionRules;
import xyz.contentfactory.user.session.SigningKeys;
import xyz.contentfactory.user.session.WebSessions;

/// Members, their passwords and their web sessions. Needs `ServiceKitModule`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UserServiceProperties.class)
@Import({AuthController.class, JwksController.class})
public class UserServiceModule {
  @Bean
  ServiceDatabase userDatabase(UserServiceProperties properties) {
    return ServiceDatabase.open("users", properties.database());
  }

  @Bean
  Members members(@Qualifier("userDatabase") ServiceDatabase database, InstantSource clock) {
    return new Members(database, clock);
  }

  @Bean
  Passwords passwords(UserServiceProperties properties) {
    return new Passwords(properties.password(), new SecureRandom());
  }

  @Bean
  SigningKeys signingKeys(
      @Qualifier("userDatabase") ServiceDatabase database, Keyring keyring, InstantSource clock) {
    return new SigningKeys(database, keyring, clock);
  }

  @Bean
  WebSessions webSessions(
      @Qualifier("userDatabase") ServiceDatabase database,
      Members members,
      SigningKeys keys,
      EndedSessions ended,
      ServiceKitProperties kit,
      UserServiceProperties properties,
      InstantSource clock) {
    return new WebSessions(
        database,
        members,
        new AccessTokens(
            keys, kit.tokenIssuer(), kit.tokenAudience(), properties.accessTokenLife()),
        ended,
        new SessionRules(properties.refreshTokenLife(), properties.refreshGrace()),
        clock,
        new SecureRandom());
  }

  @Bean
  SignIns signIns(
      @Qualifier("userDatabase") ServiceDatabase database,
      Members members,
      Passwords passwords,
      WebSessions sessions,
      InstantSource clock,
      JsonMapper json) {
    return new SignIns(
        database, members, passwords, sessions, new AuditTrail(database, clock, json));
  }
}
