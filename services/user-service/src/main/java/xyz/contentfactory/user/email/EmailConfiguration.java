package xyz.contentfactory.user.email;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.audit.AuditTrail;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.web.PublicUrl;
import xyz.contentfactory.user.attempt.Attempts;
import xyz.contentfactory.user.link.Links;
import xyz.contentfactory.user.mail.Outbox;
import xyz.contentfactory.user.member.MemberEmails;
import xyz.contentfactory.user.member.MemberPasswords;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.password.CurrentPassword;
import xyz.contentfactory.user.password.Passwords;
import xyz.contentfactory.user.session.Proofs;

/// The parts of a member's e-mail.
@Configuration(proxyBeanMethods = false)
@Import(EmailController.class)
public class EmailConfiguration {
  @Bean
  Links links(
      @Qualifier("userDatabase") ServiceDatabase database,
      PublicUrl publicUrl,
      InstantSource clock) {
    return new Links(database, publicUrl, clock, new SecureRandom());
  }

  @Bean
  MemberEmails memberEmails(
      @Qualifier("userDatabase") ServiceDatabase database, Members members, InstantSource clock) {
    return new MemberEmails(database, members, clock);
  }

  @Bean
  MemberPasswords memberPasswords(@Qualifier("userDatabase") ServiceDatabase database) {
    return new MemberPasswords(database);
  }

  @Bean
  CurrentPassword currentPassword(
      @Qualifier("userDatabase") ServiceDatabase database,
      MemberPasswords stored,
      Passwords passwords,
      Proofs proofs,
      Attempts attempts,
      InstantSource clock,
      JsonMapper json) {
    return new CurrentPassword(
        stored, passwords, proofs, attempts, new AuditTrail(database, clock, json));
  }

  @Bean
  EmailChanges emailChanges(
      @Qualifier("userDatabase") ServiceDatabase database,
      Members members,
      MemberEmails emails,
      CurrentPassword currentPassword,
      Links links,
      Outbox outbox,
      InstantSource clock,
      JsonMapper json) {
    return new EmailChanges(
        database,
        members,
        emails,
        currentPassword,
        links,
        outbox,
        new AuditTrail(database, clock, json),
        clock);
  }

  @Bean
  EmailConfirmations emailConfirmations(
      @Qualifier("userDatabase") ServiceDatabase database,
      Members members,
      MemberEmails emails,
      Links links,
      Outbox outbox,
      EmailChanges changes,
      InstantSource clock,
      JsonMapper json) {
    return new EmailConfirmations(
        database,
        members,
        emails,
        links,
        outbox,
        changes,
        new AuditTrail(database, clock, json),
        clock);
  }
}
