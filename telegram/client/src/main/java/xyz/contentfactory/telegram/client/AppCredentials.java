package xyz.contentfactory.telegram.client;

/// The installation's registration at my.telegram.org.
public record AppCredentials(int apiId, ApiHash apiHash) {
  public AppCredentials {
    if (apiId <= 0) {
      throw new IllegalArgumentException("api_id must be positive");
    }
  }
}
