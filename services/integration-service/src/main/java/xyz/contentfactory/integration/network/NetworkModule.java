package xyz.contentfactory.integration.network;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/// The way to Telegram, as the settings say.
@Configuration(proxyBeanMethods = false)
public class NetworkModule {
  @Bean(initMethod = "start", destroyMethod = "close")
  ConfiguredGate telegramGate(TelegramSettings settings, JsonMapper json) {
    return new ConfiguredGate(settings, site(settings, json));
  }

  @Bean
  ModeController telegramModeController(
      TelegramSettings settings, TelegramGate gate, JsonMapper json) {
    return new ModeController(settings.mode(), gate, site(settings, json));
  }

  private static @Nullable SandboxSite site(TelegramSettings settings, JsonMapper json) {
    URI address = settings.mode() == TelegramMode.SANDBOX ? settings.sandboxUrl() : null;
    return address == null ? null : new SandboxSite(address, json);
  }
}
