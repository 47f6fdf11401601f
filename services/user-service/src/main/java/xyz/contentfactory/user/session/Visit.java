package xyz.contentfactory.user.session;

import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.UserAgent;

/// From where and with what somebody comes.
public record Visit(ClientAddress from, Device device) {
  public static Visit of(ClientAddress from, UserAgent agent) {
    return new Visit(from, Device.of(agent));
  }
}
