package xyz.contentfactory.telegram.client;

/// The secret half of an application's registration with Telegram; never printed.
public record ApiHash(String value) {
  public ApiHash {
    if (value.isBlank()) {
      throw new IllegalArgumentException("api_hash is empty");
    }
  }

  @Override
  public String toString() {
    return "ApiHash[hidden]";
  }
}
