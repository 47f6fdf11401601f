package xyz.contentfactory.integration;

import static xyz.contentfactory.integration.IntegrationServiceModule.DATABASE;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.integration.fleet.Fleet;
import xyz.contentfactory.integration.fleet.Stores;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.proxy.AccountProxies;
import xyz.contentfactory.integration.proxy.ProxyDesk;
import xyz.contentfactory.integration.proxy.ProxyTrial;
import xyz.contentfactory.kit.audit.AuditTrail;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.secret.Keyring;

/// The proxies of accounts.
@Configuration(proxyBeanMethods = false)
class ProxyBeans {
  @Bean
  AccountProxies accountProxies(@Qualifier(DATABASE) ServiceDatabase database, Keyring keyring) {
    return new AccountProxies(database, keyring);
  }

  @Bean
  ProxyTrial proxyTrial(TelegramGate gate, InstantSource clock) {
    return new ProxyTrial(gate, clock);
  }

  @Bean
  ProxyDesk proxyDesk(
      @Qualifier(DATABASE) ServiceDatabase database,
      Stores stores,
      ProxyTrial trial,
      Fleet fleet,
      InstantSource clock,
      JsonMapper json) {
    return new ProxyDesk(
        database,
        stores.proxies(),
        trial,
        fleet,
        stores.journal(),
        new AuditTrail(database, clock, json));
  }
}
