package xyz.contentfactory.kit.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Ended sessions of one process. Each is forgotten when its last access token has expired, so the
/// memory is bounded by the sessions that end within one token's life.
public final class EndedSessionsInMemory implements EndedSessions {
  private final InstantSource clock;
  private final Map<UUID, Instant> ended = new ConcurrentHashMap<>();

  public EndedSessionsInMemory(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void end(UUID sessionId, Instant until) {
    Instant now = clock.instant();
    ended.values().removeIf(expiry -> !expiry.isAfter(now));
    ended.put(sessionId, until);
  }

  @Override
  public boolean hasEnded(UUID sessionId) {
    Instant until = ended.get(sessionId);
    return until != null && until.isAfter(clock.instant());
  }
}
