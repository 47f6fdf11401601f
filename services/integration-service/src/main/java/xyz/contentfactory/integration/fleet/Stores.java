package xyz.contentfactory.integration.fleet;

import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.channel.Channels;
import xyz.contentfactory.integration.channel.UpdateMarks;
import xyz.contentfactory.integration.delivery.DeliveryMeters;
import xyz.contentfactory.integration.delivery.Farewell;
import xyz.contentfactory.integration.delivery.Inheritance;
import xyz.contentfactory.integration.delivery.LiveChanges;
import xyz.contentfactory.integration.delivery.Outbox;
import xyz.contentfactory.integration.event.Events;
import xyz.contentfactory.integration.flood.Floods;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.media.Transfers;
import xyz.contentfactory.integration.notice.AccountNotices;
import xyz.contentfactory.integration.proxy.AccountProxies;

/// Where the owners of accounts write to.
public record Stores(
    Accounts accounts,
    Channels channels,
    UpdateMarks marks,
    Outbox outbox,
    LiveChanges changes,
    Transfers transfers,
    DeliveryMeters meters,
    Journal journal,
    Floods floods,
    AccountNotices notices,
    AccountProxies proxies,
    Events events) {

  public Farewell farewell() {
    return new Farewell(accounts, channels, marks, outbox, changes, journal);
  }

  Inheritance inheritance() {
    return new Inheritance(accounts, outbox, journal, farewell());
  }
}
