package xyz.contentfactory.integration;

import static xyz.contentfactory.integration.IntegrationServiceModule.DATABASE;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.integration.notice.AccountNotices;
import xyz.contentfactory.integration.storage.EncryptedColumns;
import xyz.contentfactory.kit.audit.AuditedActs;
import xyz.contentfactory.kit.audit.StoredActs;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.rotation.SealedColumns;

/// What other modules ask of this one.
@Configuration(proxyBeanMethods = false)
class PortBeans {
  /// For a change of the keyring's key.
  @Bean
  SealedColumns integrationSecrets(@Qualifier(DATABASE) ServiceDatabase database) {
    return new SealedColumns(database, EncryptedColumns.ALL);
  }

  /// For whoever can reach the members.
  @Bean
  AccountNotices accountNotices(
      @Qualifier(DATABASE) ServiceDatabase database, InstantSource clock) {
    return new AccountNotices(database, clock);
  }

  /// For whoever shows the trails to admins.
  @Bean
  AuditedActs integrationActs(@Qualifier(DATABASE) ServiceDatabase database, JsonMapper json) {
    return new StoredActs(database, json);
  }
}
