package xyz.contentfactory.kit.identity;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemException;

/// The member behind a request, as proven by a valid access token or API key. A controller method
/// takes it as a parameter; without proof that ends in `sign-in-needed`, unless the parameter is
/// `@Nullable`. Services know this, never cookies.
///
/// @param sessionId the web session that the token belongs to; null for an API key
/// @param emailConfirmed what the token says; at most one token's life behind the truth
/// @param scopes what the key was made for; all of them for a session
/// @param apiKeyId null for a session
public record Caller(
    UUID memberId,
    Role role,
    @Nullable UUID sessionId,
    boolean emailConfirmed,
    Set<Scope> scopes,
    @Nullable UUID apiKeyId) {

  public Caller {
    scopes = Set.copyOf(scopes);
    if ((sessionId == null) == (apiKeyId == null)) {
      throw new IllegalArgumentException("a caller has a session or an API key");
    }
  }

  public static Caller ofSession(UUID memberId, Role role, UUID sessionId, boolean emailConfirmed) {
    return new Caller(memberId, role, sessionId, emailConfirmed, Scope.ALL, null);
  }

  public static Caller ofApiKey(
      UUID memberId, Role role, UUID apiKeyId, boolean emailConfirmed, Set<Scope> scopes) {
    return new Caller(memberId, role, null, emailConfirmed, scopes, apiKeyId);
  }

  /// What the caller proves itself with, and what is revoked to end that.
  public UUID sessionOrKey() {
    return sessionId == null ? Objects.requireNonNull(apiKeyId) : sessionId;
  }

  /// The session of a person.
  ///
  /// @throws ProblemException `not-allowed` for a program with a key
  public UUID session() {
    if (sessionId == null) {
      throw ProblemException.of(CommonProblem.NOT_ALLOWED);
    }
    return sessionId;
  }

  /// Whether a program acts with a key, and no person with a session.
  public boolean isProgram() {
    return apiKeyId != null;
  }
}
