package xyz.contentfactory.integration;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.integration.account.AccountController;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.channel.ChannelController;
import xyz.contentfactory.integration.channel.Channels;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.delivery.Deliveries;
import xyz.contentfactory.integration.delivery.DeliveryPlan;
import xyz.contentfactory.integration.delivery.MessageController;
import xyz.contentfactory.integration.delivery.Outbox;
import xyz.contentfactory.integration.delivery.RandomIds;
import xyz.contentfactory.integration.event.EventController;
import xyz.contentfactory.integration.event.Events;
import xyz.contentfactory.integration.fleet.DueClock;
import xyz.contentfactory.integration.fleet.Fleet;
import xyz.contentfactory.integration.fleet.PeriodicWork;
import xyz.contentfactory.integration.fleet.Stores;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.journal.LogController;
import xyz.contentfactory.integration.login.ConnectController;
import xyz.contentfactory.integration.login.LoginCleaning;
import xyz.contentfactory.integration.login.LoginFlow;
import xyz.contentfactory.integration.login.LoginRecord;
import xyz.contentfactory.integration.login.Logins;
import xyz.contentfactory.integration.login.PhoneHashes;
import xyz.contentfactory.integration.network.NetworkModule;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.network.TelegramSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.secret.Keyring;

/// Telegram for members. Needs `ServiceKitModule` (keyring, clock, problem documents).
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntegrationServiceSettings.class)
@Import({
  NetworkModule.class,
  ConnectController.class,
  AccountController.class,
  ChannelController.class,
  MessageController.class,
  LogController.class,
  EventController.class
})
public class IntegrationServiceModule {
  private static final String DATABASE = "integrationDatabase";
  private static final Duration CLEANING_EVERY = Duration.ofSeconds(30);

  @Bean
  ServiceDatabase integrationDatabase(IntegrationServiceSettings settings) {
    return ServiceDatabase.open("integration", settings.database());
  }

  @Bean
  TelegramSettings telegramSettings(IntegrationServiceSettings settings) {
    return settings.telegram();
  }

  @Bean
  Claims claims(
      @Qualifier(DATABASE) ServiceDatabase database,
      InstantSource clock,
      IntegrationServiceSettings settings) {
    return new Claims(database, clock, settings.leaseTime());
  }

  @Bean
  Accounts accounts(
      @Qualifier(DATABASE) ServiceDatabase database, Keyring keyring, InstantSource clock) {
    return new Accounts(database, keyring, clock);
  }

  @Bean
  Channels channels(@Qualifier(DATABASE) ServiceDatabase database, InstantSource clock) {
    return new Channels(database, clock);
  }

  @Bean
  Journal journal(@Qualifier(DATABASE) ServiceDatabase database, InstantSource clock) {
    return new Journal(database, clock);
  }

  @Bean
  Events events() {
    return new Events();
  }

  @Bean
  Outbox outbox(
      @Qualifier(DATABASE) ServiceDatabase database, InstantSource clock, JsonMapper json) {
    return new Outbox(database, clock, json);
  }

  @Bean
  Stores accountStores(
      Accounts accounts, Channels channels, Outbox outbox, Journal journal, Events events) {
    return new Stores(accounts, channels, outbox, journal, events);
  }

  @Bean
  Fleet fleet(Claims claims, Stores stores, TelegramGate gate, InstantSource clock) {
    return new Fleet(claims, stores, gate, clock);
  }

  @Bean
  Deliveries deliveries(
      @Qualifier(DATABASE) ServiceDatabase database, InstantSource clock, JsonMapper json) {
    return new Deliveries(database, clock, RandomIds.secure(), json);
  }

  @Bean
  DeliveryPlan deliveryPlan(
      @Qualifier(DATABASE) ServiceDatabase database,
      Deliveries deliveries,
      Stores stores,
      Fleet fleet) {
    return new DeliveryPlan(
        database,
        deliveries,
        stores.channels(),
        stores.accounts(),
        stores.journal(),
        stores.events(),
        fleet);
  }

  @Bean
  Logins logins(
      @Qualifier(DATABASE) ServiceDatabase database,
      Keyring keyring,
      InstantSource clock,
      IntegrationServiceSettings settings) {
    return new Logins(database, keyring, clock, settings.loginPatience());
  }

  @Bean
  LoginFlow loginFlow(
      @Qualifier(DATABASE) ServiceDatabase database,
      Logins logins,
      Stores stores,
      Claims claims,
      TelegramGate gate,
      Fleet fleet,
      Keyring keyring,
      InstantSource clock) {
    return new LoginFlow(
        logins,
        new LoginRecord(
            logins, stores.accounts(), stores.farewell(), stores.journal(), stores.events()),
        stores.accounts(),
        PhoneHashes.open(database, keyring, clock),
        claims,
        gate,
        fleet,
        clock);
  }

  /// Depends on all that it keeps going, so that it stops first.
  @Bean
  PeriodicWork integrationWork(
      Fleet fleet,
      LoginFlow flow,
      Logins logins,
      Claims claims,
      Outbox outbox,
      InstantSource clock,
      IntegrationServiceSettings settings) {
    LoginCleaning cleaning = new LoginCleaning(logins, flow, claims, clock);
    DueClock due = new DueClock(outbox, fleet, clock, settings.sweepEvery());
    PeriodicWork work = new PeriodicWork();
    work.every(settings.sweepEvery(), "sweep of accounts", fleet::sweep);
    work.start("clock of deliveries", due::round);
    work.every(CLEANING_EVERY, "cleaning of logins", cleaning::run);
    return work;
  }
}
