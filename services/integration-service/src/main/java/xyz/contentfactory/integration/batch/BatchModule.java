package xyz.contentfactory.integration.batch;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.event.Events;
import xyz.contentfactory.integration.fleet.PeriodicWork;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.login.BatchLogins;
import xyz.contentfactory.integration.login.LoginFlow;
import xyz.contentfactory.integration.login.LoginParts;
import xyz.contentfactory.integration.login.Logins;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.kit.audit.AuditTrail;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Standing;
import xyz.contentfactory.kit.secret.Keyring;

/// Many numbers connected side by side. Needs the logins and the database of the service.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectSettings.class)
@Import(BatchController.class)
public class BatchModule {
  private static final String DATABASE = "integrationDatabase";
  private static final Duration LONGEST_REST = Duration.ofSeconds(1);

  @Bean
  BatchRows batchRows(@Qualifier(DATABASE) ServiceDatabase database, Logins logins) {
    return new BatchRows(database, logins);
  }

  @Bean
  BatchNews batchNews(BatchRows rows, Events events) {
    return new BatchNews(rows, events);
  }

  @Bean
  Starts batchStarts(
      @Qualifier(DATABASE) ServiceDatabase database,
      Keyring keyring,
      InstantSource clock,
      ConnectSettings settings) {
    return new Starts(database, keyring, clock, settings);
  }

  @Bean
  Batches batches(
      @Qualifier(DATABASE) ServiceDatabase database,
      Keyring keyring,
      InstantSource clock,
      BatchRows rows,
      Starts starts,
      ConnectSettings settings) {
    return new Batches(database, keyring, clock, rows, starts, settings);
  }

  @Bean
  BatchLogins batchLogins(
      LoginParts parts, LoginFlow flow, Claims claims, TelegramGate gate, InstantSource clock) {
    return new BatchLogins(parts, flow, claims, gate, clock);
  }

  @Bean
  BatchRecord batchRecord(
      @Qualifier(DATABASE) ServiceDatabase database,
      Journal journal,
      InstantSource clock,
      JsonMapper json) {
    return new BatchRecord(journal, new AuditTrail(database, clock, json));
  }

  @Bean
  BatchDesk batchDesk(
      @Qualifier(DATABASE) ServiceDatabase database,
      Batches batches,
      BatchLogins logins,
      BatchRecord record,
      BatchNews news,
      ConnectSettings settings) {
    return new BatchDesk(database, batches, logins, record, news, settings);
  }

  /// Where the members are, is another module's business; without it everybody may go on.
  @Bean
  BatchStarter batchStarter(
      Starts starts,
      BatchLogins logins,
      BatchDesk desk,
      BatchNews news,
      ObjectProvider<Standing> standing,
      Claims claims,
      InstantSource clock) {
    BatchStarter.Parts parts =
        new BatchStarter.Parts(
            starts, logins, desk, news, standing.getIfAvailable(() -> Standing.EVERYBODY));
    return new BatchStarter(parts, claims, clock, LONGEST_REST);
  }

  /// Depends on what it keeps going, so that it stops first.
  @Bean
  PeriodicWork batchWork(BatchStarter starter) {
    PeriodicWork work = new PeriodicWork();
    work.start("starts of batches", starter::round);
    return work;
  }
}
