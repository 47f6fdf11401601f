package xyz.contentfactory.telegram.client;

import org.jspecify.annotations.Nullable;

final class Opening {
  private Opening() {}

  static TelegramClient open(
      TelegramNetwork network, @Nullable StoredLogin login, ClientListener listener) {
    if (network.test()) {
      throw new UnsupportedOperationException("not yet");
    }
    throw new UnsupportedOperationException("soon");
  }
}
