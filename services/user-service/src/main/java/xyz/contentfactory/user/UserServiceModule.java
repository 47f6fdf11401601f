package xyz.contentfactory.user;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.audit.AuditTrail;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.rotation.SealedColumns;
import xyz.contentfactory.user.apikey.ApiKeyConfiguration;
import xyz.contentfactory.user.attempt.Attempts;
import xyz.contentfactory.user.audit.AuditConfiguration;
import xyz.contentfactory.user.auth.AuthController;
import xyz.contentfactory.user.auth.Entrance;
import xyz.contentfactory.user.auth.SignIns;
import xyz.contentfactory.user.email.EmailConfiguration;
import xyz.contentfactory.user.keys.KeyController;
import xyz.contentfactory.user.mail.MailConfiguration;
import xyz.contentfactory.user.member.MemberPasswords;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.oidc.OidcConfiguration;
import xyz.contentfactory.user.password.Passwords;
import xyz.contentfactory.user.profile.ProfileController;
import xyz.contentfactory.user.profile.Profiles;
import xyz.contentfactory.user.recovery.RecoveryConfiguration;
import xyz.contentfactory.user.registration.RegistrationConfiguration;
import xyz.contentfactory.user.session.WebSessions;
import xyz.contentfactory.user.statistics.PeopleStatistics;
import xyz.contentfactory.user.statistics.PeopleStatisticsController;

/// Members, their passwords and their web sessions. Needs `ServiceKitModule`.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UserServiceProperties.class)
@Import({
  AuthController.class,
  ProfileController.class,
  ApiKeyConfiguration.class,
  AuditConfiguration.class,
  RegistrationConfiguration.class,
  SessionBeans.class,
  SignInBeans.class,
  PeopleBeans.class,
  KeyController.class,
  MailConfiguration.class,
  EmailConfiguration.class,
  OidcConfiguration.class,
  PeopleStatisticsController.class,
  RecoveryConfiguration.class
})
public class UserServiceModule {
  @Bean
  ServiceDatabase userDatabase(UserServiceProperties properties) {
    return ServiceDatabase.open("users", properties.database());
  }

  @Bean
  SealedColumns userSecrets(@Qualifier("userDatabase") ServiceDatabase database) {
    return new SealedColumns(database, EncryptedColumns.ALL);
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
  PeopleStatistics peopleStatistics(
      @Qualifier("userDatabase") ServiceDatabase database, InstantSource clock) {
    return new PeopleStatistics(database, clock);
  }

  @Bean
  Profiles profiles(
      @Qualifier("userDatabase") ServiceDatabase database,
      Members members,
      InstantSource clock,
      JsonMapper json) {
    return new Profiles(database, members, new AuditTrail(database, clock, json));
  }

  @Bean
  SignIns signIns(
      @Qualifier("userDatabase") ServiceDatabase database,
      Members members,
      Passwords passwords,
      WebSessions sessions,
      Entrance entrance,
      Attempts attempts,
      InstantSource clock,
      JsonMapper json) {
    return new SignIns(
        database,
        members,
        new MemberPasswords(database),
        passwords,
        sessions,
        entrance,
        attempts,
        new AuditTrail(database, clock, json));
  }
}
