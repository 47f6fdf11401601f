package xyz.contentfactory.user;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.ServiceKitProperties;
import xyz.contentfactory.kit.audit.AuditTrail;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Revoked;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.revocation.RevocationFeed;
import xyz.contentfactory.user.revocation.Revocations;
import xyz.contentfactory.user.session.AccessTokens;
import xyz.contentfactory.user.session.JwksController;
import xyz.contentfactory.user.session.KeyRotation;
import xyz.contentfactory.user.session.OwnSessions;
import xyz.contentfactory.user.session.SessionController;
import xyz.contentfactory.user.session.SessionEndings;
import xyz.contentfactory.user.session.SessionList;
import xyz.contentfactory.user.session.SessionRules;
import xyz.contentfactory.user.session.SigningKeys;
import xyz.contentfactory.user.session.WebSessions;

/// Web sessions and what ends them.
@Configuration(proxyBeanMethods = false)
@Import({JwksController.class, SessionController.class})
class SessionBeans {
  @Bean
  SigningKeys signingKeys(
      @Qualifier("userDatabase") ServiceDatabase database, Keyring keyring, InstantSource clock) {
    return new SigningKeys(database, keyring, clock);
  }

  @Bean
  KeyRotation keyRotation(SigningKeys keys, UserServiceProperties properties) {
    return new KeyRotation(keys, properties.signingKeyLife());
  }

  @Bean
  Revocations revocations(
      @Qualifier("userDatabase") ServiceDatabase database,
      Revoked revoked,
      UserServiceProperties properties,
      InstantSource clock) {
    return new Revocations(database, revoked, properties.accessTokenLife(), clock);
  }

  @Bean
  RevocationFeed revocationFeed(
      @Qualifier("userDatabase") ServiceDatabase database, Revoked revoked, InstantSource clock) {
    return RevocationFeed.start(database, revoked, clock);
  }

  @Bean
  SessionEndings sessionEndings(
      @Qualifier("userDatabase") ServiceDatabase database,
      Revocations revocations,
      InstantSource clock) {
    return new SessionEndings(database, revocations, clock);
  }

  @Bean
  WebSessions webSessions(
      @Qualifier("userDatabase") ServiceDatabase database,
      Members members,
      SigningKeys keys,
      SessionEndings endings,
      Revocations revocations,
      ServiceKitProperties kit,
      UserServiceProperties properties,
      InstantSource clock) {
    return new WebSessions(
        database,
        members,
        new AccessTokens(
            keys, kit.tokenIssuer(), kit.tokenAudience(), properties.accessTokenLife()),
        endings,
        revocations,
        new SessionRules(
            properties.refreshTokenLife(), properties.sessionLife(), properties.refreshGrace()),
        clock,
        new SecureRandom());
  }

  @Bean
  OwnSessions ownSessions(
      @Qualifier("userDatabase") ServiceDatabase database,
      SessionEndings endings,
      InstantSource clock,
      JsonMapper json) {
    return new OwnSessions(
        database, new SessionList(database, clock), endings, new AuditTrail(database, clock, json));
  }
}
