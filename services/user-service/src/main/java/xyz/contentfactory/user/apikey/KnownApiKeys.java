package xyz.contentfactory.user.apikey;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.identity.ApiKeyCallers;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.Revocation;
import xyz.contentfactory.kit.identity.Revoked;
import xyz.contentfactory.kit.secret.Secret;

/// Who a key speaks for, asked with every request of a program. What the database said is believed
/// for a second, so a busy key costs one question a second; a key that is deleted, a role that
/// changes and a member who is blocked take effect no later than that, or with the revocation that
/// tells of it.
final class KnownApiKeys implements ApiKeyCallers {
  private static final Duration BELIEVED = Duration.ofSeconds(1);

  /// Keys in use within one second, generously; beyond it all are asked for anew.
  private static final int MOST_KNOWN = 10_000;

  private final ApiKeys keys;
  private final Revoked revoked;
  private final Audit audit;
  private final InstantSource clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  KnownApiKeys(ApiKeys keys, Revoked revoked, Audit audit, InstantSource clock) {
    this.keys = keys;
    this.revoked = revoked;
    this.audit = audit;
    this.clock = clock;
    revoked.listen(this::forget);
  }

  private record Known(Caller caller, Instant until) {}

  private void forget(Revocation revocation) {
    known.values().removeIf(one -> one.caller().memberId().equals(revocation.subject()));
  }

  @Override
  public Optional<Caller> callerOf(Secret key, ClientAddress from) {
    return KeyText.parse(key)
        .flatMap(text -> callerOf(text, from))
        .filter(caller -> !revoked.has(caller.sessionOrKey()));
  }

  private Optional<Caller> callerOf(KeyText key, ClientAddress from) {
    Instant now = clock.instant();
    String fingerprint = key.fingerprint();
    Known before = known.get(fingerprint);
    if (before != null && now.isBefore(before.until())) {
      return Optional.of(before.caller());
    }
    known.remove(fingerprint);
    Optional<StoredKey> found = keys.find(key).filter(stored -> isGood(stored, now, from));
    found.ifPresent(stored -> {
      keys.noteUse(stored, from);
      believe(fingerprint, stored, now.plus(BELIEVED));
    });
    return found.map(StoredKey::caller);
  }

  private boolean isGood(StoredKey key, Instant now, ClientAddress from) {
    boolean expired = key.isExpired(now);
    if (!expired && !key.owner().blocked()) {
      return true;
    }
    if (keys.noteRefusal(key)) {
      audit.record(
          new AuditEntry(
              key.owner().id(),
              "api-key.use",
              Outcome.REFUSED,
              from,
              Map.of(
                  "apiKey", key.id().toString(), "why", expired ? "expired" : "member-blocked")));
    }
    return false;
  }

  private void believe(String fingerprint, StoredKey key, Instant until) {
    if (known.size() >= MOST_KNOWN) {
      known.clear();
    }
    Instant end =
        key.expiresAt() != null && key.expiresAt().isBefore(until) ? key.expiresAt() : until;
    known.put(fingerprint, new Known(key.caller(), end));
  }
}
