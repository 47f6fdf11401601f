package xyz.contentfactory.integration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.integration.account.AccountController;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.batch.BatchDesk;
import xyz.contentfactory.integration.batch.BatchModule;
import xyz.contentfactory.integration.bot.BotController;
import xyz.contentfactory.integration.bot.BotFlow;
import xyz.contentfactory.integration.bot.BotTokens;
import xyz.contentfactory.integration.channel.ChannelController;
import xyz.contentfactory.integration.channel.Channels;
import xyz.contentfactory.integration.channel.Choices;
import xyz.contentfactory.integration.channel.ChoicesController;
import xyz.contentfactory.integration.channel.UpdateMarks;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.delivery.Deliveries;
import xyz.contentfactory.integration.delivery.DeliveryMeters;
import xyz.contentfactory.integration.delivery.DeliveryPlan;
import xyz.contentfactory.integration.delivery.LiveChanges;
import xyz.contentfactory.integration.delivery.MessageChangeController;
import xyz.contentfactory.integration.delivery.MessageController;
import xyz.contentfactory.integration.delivery.Outbox;
import xyz.contentfactory.integration.delivery.PostChanges;
import xyz.contentfactory.integration.delivery.RandomIds;
import xyz.contentfactory.integration.departure.Settling;
import xyz.contentfactory.integration.device.DeviceController;
import xyz.contentfactory.integration.event.EventController;
import xyz.contentfactory.integration.event.Events;
import xyz.contentfactory.integration.fleet.DueClock;
import xyz.contentfactory.integration.fleet.DueNotices;
import xyz.contentfactory.integration.fleet.Fleet;
import xyz.contentfactory.integration.fleet.PeriodicWork;
import xyz.contentfactory.integration.fleet.Stores;
import xyz.contentfactory.integration.flood.FloodController;
import xyz.contentfactory.integration.flood.Floods;
import xyz.contentfactory.integration.handover.HandoverController;
import xyz.contentfactory.integration.health.IntegrationHealth;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.journal.JournalMonths;
import xyz.contentfactory.integration.journal.LogController;
import xyz.contentfactory.integration.login.ConnectController;
import xyz.contentfactory.integration.login.LoginCleaning;
import xyz.contentfactory.integration.login.LoginFlow;
import xyz.contentfactory.integration.login.LoginParts;
import xyz.contentfactory.integration.login.Logins;
import xyz.contentfactory.integration.login.QrCodeController;
import xyz.contentfactory.integration.login.QrFlow;
import xyz.contentfactory.integration.media.MediaCleaning;
import xyz.contentfactory.integration.media.MediaFiles;
import xyz.contentfactory.integration.media.MediaModule;
import xyz.contentfactory.integration.media.MediaSettings;
import xyz.contentfactory.integration.media.Transfers;
import xyz.contentfactory.integration.network.NetworkModule;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.network.TelegramSettings;
import xyz.contentfactory.integration.notice.AccountNotices;
import xyz.contentfactory.integration.overview.ErrorController;
import xyz.contentfactory.integration.overview.Errors;
import xyz.contentfactory.integration.overview.OverviewController;
import xyz.contentfactory.integration.overview.Overviews;
import xyz.contentfactory.integration.proxy.AccountProxies;
import xyz.contentfactory.integration.proxy.ProxyController;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Departures;
import xyz.contentfactory.kit.identity.Revoked;
import xyz.contentfactory.kit.secret.Keyring;

/// Telegram for members. Needs `ServiceKitModule` (keyring, clock, problem documents).
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntegrationServiceSettings.class)
@Import({
  NetworkModule.class,
  LoginBeans.class,
  HandoverBeans.class,
  PortBeans.class,
  ProxyBeans.class,
  IntegrationHealth.class,
  ConnectController.class,
  BatchModule.class,
  QrCodeController.class,
  AccountController.class,
  DeviceController.class,
  HandoverController.class,
  ProxyController.class,
  BotController.class,
  ChannelController.class,
  ChoicesController.class,
  MessageController.class,
  MessageChangeController.class,
  MediaModule.class,
  LogController.class,
  OverviewController.class,
  ErrorController.class,
  FloodController.class,
  EventController.class
})
public class IntegrationServiceModule {
  static final String DATABASE = "integrationDatabase";
  private static final Duration CLEANING_EVERY = Duration.ofSeconds(30);
  private static final Duration MONTHS_EVERY = Duration.ofHours(1);
  private static final Duration MEDIA_CLEANING_EVERY = Duration.ofHours(1);

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
  Choices choices(@Qualifier(DATABASE) ServiceDatabase database, InstantSource clock) {
    return new Choices(database, clock);
  }

  @Bean
  Journal journal(@Qualifier(DATABASE) ServiceDatabase database, InstantSource clock) {
    return new Journal(database, clock);
  }

  @Bean
  Overviews overviews(@Qualifier(DATABASE) ServiceDatabase database) {
    return new Overviews(database);
  }

  @Bean
  Floods floods(@Qualifier(DATABASE) ServiceDatabase database, InstantSource clock) {
    return new Floods(database, clock);
  }

  @Bean
  Errors errors(@Qualifier(DATABASE) ServiceDatabase database) {
    return new Errors(database);
  }

  @Bean
  PeriodicWork journalWork(
      @Qualifier(DATABASE) ServiceDatabase database,
      Claims claims,
      InstantSource clock,
      IntegrationServiceSettings settings) {
    JournalMonths months = new JournalMonths(database, claims, clock, settings.journalMonths());
    PeriodicWork work = new PeriodicWork();
    work.every(MONTHS_EVERY, "months of the journal", months::run);
    return work;
  }

  @Bean
  Events events(Revoked revoked) {
    return new Events(revoked);
  }

  @Bean
  Outbox outbox(
      @Qualifier(DATABASE) ServiceDatabase database, InstantSource clock, JsonMapper json) {
    return new Outbox(database, clock, json);
  }

  @Bean
  MediaSettings mediaSettings(IntegrationServiceSettings settings) {
    return settings.media();
  }

  @Bean
  PeriodicWork dueWork(DueClock due, DueNotices notices) {
    PeriodicWork work = new PeriodicWork();
    work.start("clock of deliveries", due::round);
    work.start("notices of deliveries", notices::listen);
    return work;
  }

  @Bean
  PeriodicWork mediaWork(MediaCleaning cleaning) {
    PeriodicWork work = new PeriodicWork();
    work.every(MEDIA_CLEANING_EVERY, "cleaning of media", cleaning::run);
    return work;
  }

  @Bean
  LiveChanges liveChanges(
      @Qualifier(DATABASE) ServiceDatabase database, InstantSource clock, JsonMapper json) {
    return new LiveChanges(database, clock, json);
  }

  @Bean
  Stores accountStores(
      Accounts accounts,
      Channels channels,
      @Qualifier(DATABASE) ServiceDatabase database,
      Outbox outbox,
      LiveChanges changes,
      Transfers transfers,
      ObjectProvider<MeterRegistry> meters,
      Journal journal,
      Floods floods,
      AccountNotices notices,
      AccountProxies proxies,
      Events events) {
    return new Stores(
        accounts,
        channels,
        new UpdateMarks(database),
        outbox,
        changes,
        transfers,
        // an app without a registry measures all the same; nobody reads it then
        new DeliveryMeters(meters.getIfAvailable(SimpleMeterRegistry::new)),
        journal,
        floods,
        notices,
        proxies,
        events);
  }

  @Bean
  DueClock dueClock(
      Outbox outbox, Fleet fleet, InstantSource clock, IntegrationServiceSettings settings) {
    return new DueClock(outbox, fleet, clock, settings.sweepEvery());
  }

  @Bean
  DueNotices dueNotices(@Qualifier(DATABASE) ServiceDatabase database, DueClock clock) {
    return new DueNotices(database, clock);
  }

  @Bean
  Fleet fleet(Claims claims, Stores stores, TelegramGate gate, InstantSource clock) {
    return new Fleet(claims, stores, gate, clock);
  }

  @Bean
  Deliveries deliveries(
      @Qualifier(DATABASE) ServiceDatabase database,
      InstantSource clock,
      MediaFiles media,
      Choices choices,
      JsonMapper json) {
    return new Deliveries(database, clock, RandomIds.secure(), media, choices, json);
  }

  @Bean
  DeliveryPlan deliveryPlan(
      @Qualifier(DATABASE) ServiceDatabase database,
      Deliveries deliveries,
      Stores stores,
      DueClock due,
      InstantSource clock) {
    return new DeliveryPlan(
        database,
        deliveries,
        stores.channels(),
        stores.accounts(),
        stores.journal(),
        stores.events(),
        due,
        clock);
  }

  @Bean
  PostChanges postChanges(
      @Qualifier(DATABASE) ServiceDatabase database,
      Deliveries deliveries,
      Stores stores,
      DueClock due,
      InstantSource clock) {
    return new PostChanges(
        database, deliveries, stores.accounts(), stores.journal(), stores.events(), due, clock);
  }

  @Bean
  BotFlow botFlow(
      @Qualifier(DATABASE) ServiceDatabase database,
      Stores stores,
      TelegramGate gate,
      LoginParts login,
      Keyring keyring,
      InstantSource clock) {
    return new BotFlow(
        database,
        stores.accounts(),
        new BotTokens(database, keyring, clock),
        gate,
        login.proxies(),
        login.starting(),
        stores.journal(),
        stores.events());
  }

  /// Where the members are, is another module's business; without it nobody departs.
  @Bean
  Settling settling(
      ObjectProvider<Departures> departures,
      LoginFlow logins,
      BatchDesk batches,
      Stores stores,
      Fleet fleet,
      InstantSource clock) {
    return new Settling(
        departures.getIfAvailable(() -> Departures.NONE),
        logins,
        batches,
        stores.accounts(),
        new Settling.Fates(fleet, fleet),
        clock);
  }

  /// Depends on what it keeps going, so that it stops first; the same goes for the next one.
  @Bean
  PeriodicWork settlingWork(Settling settling, IntegrationServiceSettings settings) {
    PeriodicWork work = new PeriodicWork();
    work.every(settings.sweepEvery(), "settling of departures", settling::round);
    return work;
  }

  /// Depends on all that it keeps going, so that it stops first.
  @Bean
  PeriodicWork integrationWork(
      Fleet fleet,
      LoginFlow flow,
      QrFlow qr,
      Logins logins,
      Claims claims,
      InstantSource clock,
      IntegrationServiceSettings settings) {
    LoginCleaning cleaning = new LoginCleaning(logins, flow, claims, clock);
    PeriodicWork work = new PeriodicWork();
    work.every(settings.sweepEvery(), "sweep of accounts", fleet::sweep);
    work.every(settings.sweepEvery(), "sweep of QR codes", qr::sweep);
    work.every(CLEANING_EVERY, "cleaning of logins", cleaning::run);
    return work;
  }
}
