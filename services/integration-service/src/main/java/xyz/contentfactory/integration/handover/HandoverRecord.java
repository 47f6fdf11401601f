package xyz.contentfactory.integration.handover;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.account.SignedInPerson;
import xyz.contentfactory.integration.event.Events;
import xyz.contentfactory.integration.event.Topic;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.journal.LogResult;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.proxy.AccountProxies;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.telegram.client.SessionFormat;

/// Writes down which login came or went, in the journal and in the audit trail.
public record HandoverRecord(
    ServiceDatabase database,
    Accounts accounts,
    AccountProxies proxies,
    Journal journal,
    Audit audit,
    Events events) {

  /// Makes the account.
  ///
  /// @param chosen what it goes through from now on; without one nothing changes
  /// @return empty when this person, or this key, is connected already
  Optional<UUID> takenOver(
      SignedInPerson person, Optional<TestedProxy> chosen, ClientAddress from) {
    Optional<UUID> account;
    try {
      account = database.inTransaction(() -> connected(person, chosen, from));
    } catch (DuplicateKeyException e) {
      // somebody else was quicker with the same key
      return Optional.empty();
    }
    account
        .flatMap(id -> accounts.find(person.memberId(), id))
        .ifPresent(shown -> events.publish(person.memberId(), Topic.ACCOUNT, shown));
    return account;
  }

  private Optional<UUID> connected(
      SignedInPerson person, Optional<TestedProxy> chosen, ClientAddress from) {
    Optional<UUID> account = accounts.connect(person);
    account.ifPresent(id -> {
      journal.write(
          Act.ok(person.memberId(), id, LogKind.ACCOUNT_IMPORTED).withDetail(person.phoneMasked()));
      write(person.memberId(), id, "account.import", from, Map.of());
      chosen.ifPresent(proxy -> {
        proxies.save(id, proxy);
        journal.write(proxy.taken(person.memberId(), id));
      });
    });
    return account;
  }

  void refused(UUID member, Failure failure) {
    journal.write(
        Act.ok(member, null, LogKind.ACCOUNT_IMPORTED)
            .failing(
                failure.isRefusal() ? LogResult.REFUSED : LogResult.FAILED,
                failure.code().code(),
                failure.telegramType()));
  }

  void handedOver(UUID member, UUID account, SessionFormat format, ClientAddress from) {
    database.inTransaction(() -> {
      journal.write(Act.ok(member, account, LogKind.ACCOUNT_EXPORTED).withDetail(format.name()));
      write(member, account, "account.export", from, Map.of("format", format.name()));
    });
  }

  private void write(
      UUID member, UUID account, String action, ClientAddress from, Map<String, String> facts) {
    Map<String, String> details = new HashMap<>(facts);
    details.put("account", account.toString());
    audit.record(new AuditEntry(member, action, AuditEntry.Outcome.OK, from, details));
  }
}
