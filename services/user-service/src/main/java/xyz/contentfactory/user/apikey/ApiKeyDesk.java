package xyz.contentfactory.user.apikey;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.Scope;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.revocation.Revocations;

/// Keys made, listed and deleted by their members; each change with its trace.
final class ApiKeyDesk {
  private static final int MOST_A_MEMBER = 50;

  private final ServiceDatabase database;
  private final ApiKeys keys;
  private final Revocations revocations;
  private final Audit audit;
  private final InstantSource clock;
  private final SecureRandom random;

  ApiKeyDesk(
      ServiceDatabase database,
      ApiKeys keys,
      Revocations revocations,
      Audit audit,
      InstantSource clock,
      SecureRandom random) {
    this.database = database;
    this.keys = keys;
    this.revocations = revocations;
    this.audit = audit;
    this.clock = clock;
    this.random = random;
  }

  /// A key with its text, which nobody can show again.
  record Made(Secret text, ApiKey key) {}

  List<ApiKey> of(UUID memberId) {
    return keys.of(memberId);
  }

  Made make(Caller caller, ApiKeyRequest request, ClientAddress from) {
    NewApiKey wanted = request.parse(caller.role(), clock.instant());
    KeyText text = KeyText.random(random);
    return database.inTransaction(() -> {
      if (keys.countOf(caller.memberId()) >= MOST_A_MEMBER) {
        throw ProblemException.of(UserProblem.API_KEYS_FULL);
      }
      ApiKey made = keys.add(caller.memberId(), wanted, text);
      trace(caller.memberId(), "api-key.create", detailsOf(made), from);
      return new Made(text.text(), made);
    });
  }

  private static Map<String, String> detailsOf(ApiKey key) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("apiKey", key.id().toString());
    details.put("name", key.name());
    details.put(
        "scopes", key.scopes().stream().map(Scope::wireName).collect(Collectors.joining(" ")));
    if (key.expiresAt() != null) {
      details.put("expires", key.expiresAt().toString());
    }
    return details;
  }

  /// Refused on every node within a second, and its open streams end.
  void delete(UUID memberId, UUID id, ClientAddress from) {
    database.inTransaction(() -> {
      String name =
          keys.remove(memberId, id)
              .orElseThrow(() -> ProblemException.of(UserProblem.API_KEY_NOT_FOUND));
      revocations.apiKey(id);
      trace(memberId, "api-key.delete", Map.of("apiKey", id.toString(), "name", name), from);
    });
  }

  private void trace(
      UUID memberId, String action, Map<String, String> details, ClientAddress from) {
    audit.record(new AuditEntry(memberId, action, Outcome.OK, from, details));
  }
}
