package xyz.contentfactory.user.oidc;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.ServiceKitProperties;
import xyz.contentfactory.kit.audit.AuditTrail;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.user.UserServiceProperties;
import xyz.contentfactory.user.auth.Entrance;
import xyz.contentfactory.user.challenge.Challenges;
import xyz.contentfactory.user.mail.Outbox;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.passkey.Passkeys;
import xyz.contentfactory.user.registration.Registrations;
import xyz.contentfactory.user.session.Proofs;

/// The parts of signing in by a provider; without one set up they refuse.
@Configuration(proxyBeanMethods = false)
@Import({ProviderSignInController.class, ProviderLinkController.class})
public class OidcConfiguration {
  /// The page of the cabinet that the provider sends people back to.
  private static final String PAGE = "/oidc/callback";

  @Bean
  Provider provider(
      UserServiceProperties properties,
      ServiceKitProperties kit,
      InstantSource clock,
      JsonMapper json) {
    return new Provider(properties.oidc(), kit.publicUrl().resolve(PAGE), clock, json);
  }

  @Bean
  ProviderRounds providerRounds(
      Provider provider, Challenges challenges, InstantSource clock, JsonMapper json) {
    return new ProviderRounds(provider, challenges, clock, json);
  }

  @Bean
  Identities identities(@Qualifier("userDatabase") ServiceDatabase database, InstantSource clock) {
    return new Identities(database, clock);
  }

  @Bean
  ProviderLinks.Surroundings surroundingsOfLinks(
      @Qualifier("userDatabase") ServiceDatabase database,
      Outbox outbox,
      InstantSource clock,
      JsonMapper json) {
    return new ProviderLinks.Surroundings(outbox, new AuditTrail(database, clock, json));
  }

  @Bean
  ProviderLinks providerLinks(
      @Qualifier("userDatabase") ServiceDatabase database,
      Provider provider,
      ProviderRounds rounds,
      Identities identities,
      Members members,
      Proofs proofs,
      Passkeys passkeys,
      ProviderLinks.Surroundings surroundings) {
    return new ProviderLinks(
        database, provider, rounds, identities, members, proofs, passkeys::hasAny, surroundings);
  }

  @Bean
  ProviderSignIns providerSignIns(
      @Qualifier("userDatabase") ServiceDatabase database,
      ProviderRounds rounds,
      Identities identities,
      ProviderLinks links,
      Members members,
      Registrations registrations,
      Entrance entrance,
      ProviderLinks.Surroundings surroundings) {
    return new ProviderSignIns(
        database,
        rounds,
        identities,
        links,
        members,
        registrations,
        entrance,
        surroundings.audit());
  }
}
