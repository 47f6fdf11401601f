package xyz.contentfactory.user.recovery;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.audit.AuditTrail;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.lease.Leases;
import xyz.contentfactory.kit.notice.Notices;
import xyz.contentfactory.kit.web.PublicUrl;
import xyz.contentfactory.user.link.Links;
import xyz.contentfactory.user.mail.MailRoute;
import xyz.contentfactory.user.mail.Outbox;
import xyz.contentfactory.user.mail.Postman;
import xyz.contentfactory.user.member.MemberEmails;
import xyz.contentfactory.user.member.MemberPasswords;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.notice.NoticeMails;
import xyz.contentfactory.user.password.CommonPasswords;
import xyz.contentfactory.user.password.CurrentPassword;
import xyz.contentfactory.user.password.PasswordRules;
import xyz.contentfactory.user.password.Passwords;
import xyz.contentfactory.user.session.SessionEndings;

/// The parts of new passwords, and the postman: each of its rounds begins with those who forgot
/// theirs, and with what other services have to tell.
@Configuration(proxyBeanMethods = false)
@Import(PasswordController.class)
public class RecoveryConfiguration {
  @Bean
  PasswordRules passwordRules() {
    return new PasswordRules(CommonPasswords.shipped());
  }

  @Bean
  PasswordResets passwordResets(
      @Qualifier("userDatabase") ServiceDatabase database,
      Members members,
      Links links,
      Outbox outbox,
      Passwords passwords,
      SessionEndings sessions,
      InstantSource clock,
      JsonMapper json) {
    return new PasswordResets(
        database,
        members,
        new PasswordResets.Credentials(
            passwords, new MemberPasswords(database), new MemberEmails(database, members, clock)),
        links,
        outbox,
        sessions,
        new AuditTrail(database, clock, json),
        clock);
  }

  @Bean
  PasswordChanges passwordChanges(
      @Qualifier("userDatabase") ServiceDatabase database,
      Members members,
      MemberPasswords stored,
      CurrentPassword currentPassword,
      PasswordRules rules,
      Passwords passwords,
      PasswordChanges.Surroundings surroundings) {
    return new PasswordChanges(
        database, members, stored, currentPassword, rules, passwords, surroundings);
  }

  @Bean
  PasswordChanges.Surroundings surroundingsOfPasswords(
      @Qualifier("userDatabase") ServiceDatabase database,
      SessionEndings sessions,
      Links links,
      Outbox outbox,
      InstantSource clock,
      JsonMapper json) {
    return new PasswordChanges.Surroundings(
        sessions, links, outbox, new AuditTrail(database, clock, json));
  }

  /// Where the accounts are, is another module's business; without it there is nothing to tell.
  @Bean
  NoticeMails noticeMails(
      ObjectProvider<Notices> notices,
      @Qualifier("userDatabase") ServiceDatabase database,
      Members members,
      Outbox outbox,
      PublicUrl publicUrl,
      InstantSource clock) {
    return new NoticeMails(
        notices.getIfAvailable(() -> Notices.NONE), database, members, outbox, publicUrl, clock);
  }

  @Bean
  Postman postman(
      Outbox outbox,
      MailRoute route,
      @Qualifier("userLeases") Leases leases,
      InstantSource clock,
      PasswordResets resets,
      NoticeMails notices) {
    Postman postman =
        new Postman(
            outbox,
            route,
            leases,
            clock,
            () -> {
              resets.lookThrough();
              notices.passOn();
            });
    resets.onAsked(postman::wake);
    return postman.start();
  }
}
