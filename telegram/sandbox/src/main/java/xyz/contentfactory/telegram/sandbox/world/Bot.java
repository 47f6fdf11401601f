package xyz.contentfactory.telegram.sandbox.world;

/// A bot: the person it is, who made it, and the token that logs it in.
public record Bot(long id, long ownerId, String token, int madeSeconds) {

  /// The token is a secret, even here.
  @Override
  public String toString() {
    return "Bot " + id;
  }
}
