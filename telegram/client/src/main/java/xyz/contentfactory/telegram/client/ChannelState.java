package xyz.contentfactory.telegram.client;

/// How far the updates of one channel or supergroup were read.
///
/// @param accessHash as far as this account knows it, else 0
public record ChannelState(long id, long accessHash, int pts) {
  public ChannelState {
    if (id <= 0 || pts <= 0) {
      throw new IllegalArgumentException("a channel and its counter are positive");
    }
  }
}
