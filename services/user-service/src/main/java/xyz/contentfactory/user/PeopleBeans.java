package xyz.contentfactory.user;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.audit.AuditTrail;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.web.PublicUrl;
import xyz.contentfactory.user.departure.StoredDepartures;
import xyz.contentfactory.user.invitation.InvitationController;
import xyz.contentfactory.user.invitation.InvitationDesk;
import xyz.contentfactory.user.invitation.Invitations;
import xyz.contentfactory.user.mail.Outbox;
import xyz.contentfactory.user.member.MemberRights;
import xyz.contentfactory.user.member.MemberStanding;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.people.People;
import xyz.contentfactory.user.people.PeopleController;
import xyz.contentfactory.user.people.PeopleDesk;
import xyz.contentfactory.user.registration.RegistrationMode;
import xyz.contentfactory.user.revocation.Revocations;
import xyz.contentfactory.user.session.SessionEndings;

/// What an admin does about people: invite, change, block, delete.
@Configuration(proxyBeanMethods = false)
@Import({InvitationController.class, PeopleController.class})
class PeopleBeans {
  @Bean
  People people(@Qualifier("userDatabase") ServiceDatabase database, InstantSource clock) {
    return new People(database, clock);
  }

  @Bean
  StoredDepartures departures(
      @Qualifier("userDatabase") ServiceDatabase database, InstantSource clock) {
    return new StoredDepartures(database, clock);
  }

  @Bean
  MemberStanding memberStanding(@Qualifier("userDatabase") ServiceDatabase database) {
    return new MemberStanding(database);
  }

  @Bean
  PeopleDesk.Consequences consequencesForPeople(
      SessionEndings sessions,
      Revocations revocations,
      Invitations invitations,
      StoredDepartures departures) {
    return new PeopleDesk.Consequences(sessions, revocations, invitations, departures);
  }

  @Bean
  PeopleDesk peopleDesk(
      @Qualifier("userDatabase") ServiceDatabase database,
      People people,
      Members members,
      PeopleDesk.Consequences consequences,
      InstantSource clock,
      JsonMapper json) {
    return new PeopleDesk(
        database,
        people,
        members,
        new MemberRights(database, clock),
        consequences,
        new AuditTrail(database, clock, json));
  }

  @Bean
  InvitationDesk invitationDesk(
      @Qualifier("userDatabase") ServiceDatabase database,
      Invitations invitations,
      Members members,
      InvitationDesk.Post post,
      InstantSource clock,
      JsonMapper json) {
    return new InvitationDesk(
        database, invitations, members, post, new AuditTrail(database, clock, json), clock);
  }

  @Bean
  InvitationDesk.Post invitationPost(
      Outbox outbox, PublicUrl publicUrl, UserServiceProperties properties) {
    return new InvitationDesk.Post(
        outbox, publicUrl, properties.registration() == RegistrationMode.CLOSED);
  }
}
