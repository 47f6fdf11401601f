package xyz.contentfactory.integration.fleet;

import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.channel.Channels;
import xyz.contentfactory.integration.delivery.Farewell;
import xyz.contentfactory.integration.delivery.Outbox;
import xyz.contentfactory.integration.event.Events;
import xyz.contentfactory.integration.journal.Journal;

/// Where the owners of accounts write to.
public record Stores(
    Accounts accounts, Channels channels, Outbox outbox, Journal journal, Events events) {

  public Farewell farewell() {
    return new Farewell(accounts, channels, outbox, journal);
  }
}
