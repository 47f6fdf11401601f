package xyz.contentfactory.integration.event;

import java.util.Locale;

/// What changed; the lower-case name is the event name of the stream.
public enum Topic {
  ACCOUNT,
  CHANNEL,
  DELIVERY,
  LOGIN,
  BATCH,
  FLOOD;

  String eventName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
