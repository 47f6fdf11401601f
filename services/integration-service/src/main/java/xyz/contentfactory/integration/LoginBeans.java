package xyz.contentfactory.integration;

import static xyz.contentfactory.integration.IntegrationServiceModule.DATABASE;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.fleet.Fleet;
import xyz.contentfactory.integration.fleet.Stores;
import xyz.contentfactory.integration.login.LoginFlow;
import xyz.contentfactory.integration.login.LoginNews;
import xyz.contentfactory.integration.login.LoginParts;
import xyz.contentfactory.integration.login.LoginProxies;
import xyz.contentfactory.integration.login.LoginRecord;
import xyz.contentfactory.integration.login.Logins;
import xyz.contentfactory.integration.login.PhoneHashes;
import xyz.contentfactory.integration.login.QrCodes;
import xyz.contentfactory.integration.login.QrFlow;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.proxy.ProxyTrial;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.secret.Keyring;

/// Logging accounts in, step by step.
@Configuration(proxyBeanMethods = false)
class LoginBeans {
  @Bean
  Logins logins(
      @Qualifier(DATABASE) ServiceDatabase database,
      Keyring keyring,
      InstantSource clock,
      IntegrationServiceSettings settings) {
    return new Logins(database, keyring, clock, settings.loginPatience());
  }

  @Bean
  QrCodes qrCodes(
      @Qualifier(DATABASE) ServiceDatabase database,
      Keyring keyring,
      InstantSource clock,
      IntegrationServiceSettings settings) {
    return new QrCodes(database, keyring, clock, settings.loginPatience());
  }

  @Bean
  LoginRecord loginRecord(Logins logins, QrCodes codes, Stores stores, LoginNews news) {
    return new LoginRecord(
        logins,
        codes,
        stores.accounts(),
        stores.proxies(),
        stores.farewell(),
        stores.journal(),
        stores.events(),
        news);
  }

  @Bean
  PhoneHashes phoneHashes(
      @Qualifier(DATABASE) ServiceDatabase database, Keyring keyring, InstantSource clock) {
    return PhoneHashes.open(database, keyring, clock);
  }

  @Bean
  LoginParts loginParts(
      Logins logins,
      QrCodes codes,
      LoginRecord record,
      PhoneHashes hashes,
      Stores stores,
      ProxyTrial trial,
      Fleet fleet) {
    LoginProxies proxies = new LoginProxies(stores.proxies(), trial);
    return new LoginParts(logins, codes, stores.accounts(), record, hashes, fleet, proxies);
  }

  @Bean
  QrFlow qrFlow(LoginParts parts, Claims claims, TelegramGate gate, InstantSource clock) {
    return new QrFlow(parts, claims, gate, clock);
  }

  @Bean
  LoginFlow loginFlow(
      LoginParts parts, QrFlow qr, Claims claims, TelegramGate gate, InstantSource clock) {
    return new LoginFlow(parts, qr, claims, gate, clock);
  }
}
