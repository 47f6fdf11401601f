package xyz.contentfactory.integration;

import static xyz.contentfactory.integration.IntegrationServiceModule.DATABASE;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.integration.account.AccountKeys;
import xyz.contentfactory.integration.fleet.Stores;
import xyz.contentfactory.integration.handover.HandoverRecord;
import xyz.contentfactory.integration.handover.TakeOver;
import xyz.contentfactory.integration.login.LoginParts;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.kit.audit.AuditTrail;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.secret.Keyring;

/// Sessions of other programs come in, ours go out.
@Configuration(proxyBeanMethods = false)
class HandoverBeans {
  @Bean
  AccountKeys accountKeys(@Qualifier(DATABASE) ServiceDatabase database, Keyring keyring) {
    return new AccountKeys(database, keyring);
  }

  @Bean
  HandoverRecord handoverRecord(
      @Qualifier(DATABASE) ServiceDatabase database,
      Stores stores,
      InstantSource clock,
      JsonMapper json) {
    return new HandoverRecord(
        database,
        stores.accounts(),
        stores.proxies(),
        stores.journal(),
        new AuditTrail(database, clock, json),
        stores.events());
  }

  @Bean
  TakeOver takeOver(LoginParts parts, AccountKeys keys, TelegramGate gate, HandoverRecord record) {
    return new TakeOver(parts, keys, gate, record);
  }
}
