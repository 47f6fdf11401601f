package xyz.contentfactory.integration.network;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// The way to Telegram, as the settings say.
@Configuration(proxyBeanMethods = false)
public class NetworkModule {
  @Bean(initMethod = "start", destroyMethod = "close")
  ConfiguredGate telegramGate(
      TelegramSettings settings, ObjectProvider<SandboxSite> sandbox, TelegramClock clock) {
    return new ConfiguredGate(settings, sandbox.getIfAvailable(), clock);
  }

  @Bean
  TelegramClock telegramClock() {
    return new TelegramClock();
  }

  @Bean
  ModeController telegramModeController(
      TelegramSettings settings, TelegramGate gate, ObjectProvider<SandboxSite> sandbox) {
    return new ModeController(settings.mode(), gate, sandbox.getIfAvailable());
  }

  /// Null outside the sandbox mode.
  @Bean
  @Nullable SandboxSite sandboxSite(TelegramSettings settings, JsonMapper json) {
    URI address = settings.mode() == TelegramMode.SANDBOX ? settings.sandboxUrl() : null;
    return address == null ? null : new SandboxSite(address, json);
  }
}
