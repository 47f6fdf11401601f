package xyz.contentfactory.integration.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Which Telegram we talk to.
public enum TelegramMode {
  @JsonProperty("sandbox")
  SANDBOX,
  @JsonProperty("production")
  PRODUCTION,
  @JsonProperty("test")
  TEST
}
