package xyz.contentfactory.user.audit;

import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditTrail;
import xyz.contentfactory.kit.audit.AuditedActs;
import xyz.contentfactory.kit.audit.StoredActs;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// The audit trail: for the edge to write its refusals to, and for admins to read together with
/// those of the other services.
@Configuration(proxyBeanMethods = false)
@Import(AuditController.class)
public class AuditConfiguration {
  @Bean
  Audit auditTrail(
      @Qualifier("userDatabase") ServiceDatabase database, InstantSource clock, JsonMapper json) {
    return new AuditTrail(database, clock, json);
  }

  @Bean
  AuditedActs userActs(@Qualifier("userDatabase") ServiceDatabase database, JsonMapper json) {
    return new StoredActs(database, json);
  }

  @Bean
  AuditLines auditLines(
      @Qualifier("userDatabase") ServiceDatabase database, List<AuditedActs> trails) {
    return new AuditLines(database, trails);
  }

  @Bean
  AuditExport auditExport(AuditLines lines, Audit audit, JsonMapper json) {
    return new AuditExport(lines, audit, json);
  }
}
