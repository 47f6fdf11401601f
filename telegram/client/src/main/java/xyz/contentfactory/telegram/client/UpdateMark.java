package xyz.contentfactory.telegram.client;

import java.util.List;

/// Where an owner's record of an account's updates ends: what a client goes on from after a
/// restart. It belongs to one account and one login of it.
public record UpdateMark(UpdateState state, List<ChannelState> channels) {
  public UpdateMark {
    channels = List.copyOf(channels);
  }
}
