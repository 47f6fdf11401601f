package xyz.contentfactory.integration.network;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.telegram.client.ApiHash;
import xyz.contentfactory.telegram.client.AppCredentials;

/// Settings `integration-service.telegram.*`.
///
/// @param apiId the installation's own registration at my.telegram.org; the sandbox needs none
/// @param sandboxUrl where the sandbox describes itself, such as `http://127.0.0.1:8090`
/// @param callTimeout how long one call waits for Telegram's answer, reconnecting included; a
///   person may be waiting for it
/// @param proxiesInPrivateNetworks accounts may have proxies on this machine and in private
///   networks, not on the internet only
public record TelegramSettings(
    TelegramMode mode,
    @Nullable Integer apiId,
    @Nullable Secret apiHash,
    @Nullable URI sandboxUrl,
    @DefaultValue("15s") Duration callTimeout,
    @DefaultValue("false") boolean proxiesInPrivateNetworks) {

  /// The sandbox accepts any registration; this one is nobody's at Telegram.
  private static final AppCredentials SANDBOX_APP =
      new AppCredentials(1, new ApiHash("content-factory-sandbox"));

  public TelegramSettings {
    if (!callTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "integration-service.telegram.call-timeout must be positive");
    }
    boolean registered = apiId != null && apiHash != null && !apiHash.isEmpty();
    if (mode == TelegramMode.SANDBOX && sandboxUrl == null) {
      throw new IllegalArgumentException(
          "The sandbox mode needs integration-service.telegram.sandbox-url.");
    }
    if (mode != TelegramMode.SANDBOX && !registered) {
      throw new IllegalArgumentException(
          "Telegram needs your api_id and api_hash from my.telegram.org (CF_API_ID, CF_API_HASH).");
    }
  }

  AppCredentials app() {
    if (mode == TelegramMode.SANDBOX || apiId == null || apiHash == null) {
      return SANDBOX_APP;
    }
    return new AppCredentials(apiId, new ApiHash(apiHash.reveal()));
  }
}
