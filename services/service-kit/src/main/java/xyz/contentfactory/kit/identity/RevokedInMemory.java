package xyz.contentfactory.kit.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The revocations one node knows. Each is forgotten when the last proof has expired by itself, so
/// the memory is bounded by what is revoked within one access token's life.
public final class RevokedInMemory implements Revoked {
  private final InstantSource clock;
  private final Map<UUID, Revocation> newest = new ConcurrentHashMap<>();
  private final List<Consumer<Revocation>> listeners = new CopyOnWriteArrayList<>();

  public RevokedInMemory(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void accept(Revocation revocation) {
    if (isNews(revocation)) {
      listeners.forEach(listener -> listener.accept(revocation));
    }
  }

  private synchronized boolean isNews(Revocation revocation) {
    Instant now = clock.instant();
    newest.values().removeIf(known -> !known.until().isAfter(now));
    Revocation known = newest.get(revocation.subject());
    if (known != null && known.number() >= revocation.number()) {
      return false;
    }
    newest.put(revocation.subject(), revocation);
    return true;
  }

  @Override
  public boolean has(UUID sessionOrKey) {
    return living(sessionOrKey) != null;
  }

  @Override
  public long newestOf(UUID memberId) {
    Revocation known = living(memberId);
    return known == null ? 0 : known.number();
  }

  private @Nullable Revocation living(UUID id) {
    Revocation known = newest.get(id);
    return known != null && known.until().isAfter(clock.instant()) ? known : null;
  }

  @Override
  public void listen(Consumer<Revocation> listener) {
    listeners.add(listener);
  }
}
