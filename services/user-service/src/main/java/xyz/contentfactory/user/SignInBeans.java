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
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.user.attempt.Attempts;
import xyz.contentfactory.user.auth.Entrance;
import xyz.contentfactory.user.auth.Reauthentication;
import xyz.contentfactory.user.auth.SecondStepController;
import xyz.contentfactory.user.challenge.Challenges;
import xyz.contentfactory.user.factor.RecoveryCodes;
import xyz.contentfactory.user.factor.SecondFactors;
import xyz.contentfactory.user.factor.TotpController;
import xyz.contentfactory.user.factor.TotpSecrets;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.passkey.PasskeyController;
import xyz.contentfactory.user.passkey.PasskeyDesk;
import xyz.contentfactory.user.passkey.PasskeySignInController;
import xyz.contentfactory.user.passkey.Passkeys;
import xyz.contentfactory.user.passkey.RelyingParty;
import xyz.contentfactory.user.password.Passwords;
import xyz.contentfactory.user.session.Proofs;
import xyz.contentfactory.user.session.WebSessions;

/// Signing in beyond the password: limits, the second factor, proving oneself again.
@Configuration(proxyBeanMethods = false)
@Import({
  PasskeyController.class,
  PasskeySignInController.class,
  SecondStepController.class,
  TotpController.class
})
class SignInBeans {
  @Bean
  Attempts attempts(@Qualifier("userDatabase") ServiceDatabase database, InstantSource clock) {
    return new Attempts(database, clock);
  }

  @Bean
  Challenges challenges(
      @Qualifier("userDatabase") ServiceDatabase database, Keyring keyring, InstantSource clock) {
    return new Challenges(database, keyring, clock, new SecureRandom());
  }

  @Bean
  Proofs proofs(@Qualifier("userDatabase") ServiceDatabase database, InstantSource clock) {
    return new Proofs(database, clock);
  }

  @Bean
  SecondFactors secondFactors(
      @Qualifier("userDatabase") ServiceDatabase database,
      Keyring keyring,
      InstantSource clock,
      JsonMapper json) {
    SecureRandom random = new SecureRandom();
    return new SecondFactors(
        database,
        new TotpSecrets(database, keyring, clock, random),
        new RecoveryCodes(database, clock, random),
        new AuditTrail(database, clock, json));
  }

  @Bean
  Entrance entrance(
      @Qualifier("userDatabase") ServiceDatabase database,
      WebSessions sessions,
      SecondFactors factors,
      Passkeys passkeys,
      Challenges challenges,
      Attempts attempts,
      InstantSource clock,
      JsonMapper json) {
    return new Entrance(
        database,
        sessions,
        factors,
        passkeys::hasAny,
        challenges,
        attempts,
        new AuditTrail(database, clock, json));
  }

  @Bean
  Reauthentication reauthentication(
      @Qualifier("userDatabase") ServiceDatabase database,
      Members members,
      Passwords passwords,
      Attempts attempts,
      Proofs proofs,
      InstantSource clock,
      JsonMapper json) {
    return new Reauthentication(
        members, passwords, attempts, proofs, new AuditTrail(database, clock, json));
  }

  @Bean
  Passkeys passkeys(@Qualifier("userDatabase") ServiceDatabase database, InstantSource clock) {
    return new Passkeys(database, clock);
  }

  @Bean
  PasskeyDesk passkeyDesk(
      @Qualifier("userDatabase") ServiceDatabase database,
      Passkeys passkeys,
      Challenges challenges,
      ServiceKitProperties kit,
      InstantSource clock,
      JsonMapper json) {
    return new PasskeyDesk(
        database,
        passkeys,
        RelyingParty.at(kit.publicUrl()),
        challenges,
        new AuditTrail(database, clock, json),
        json);
  }
}
