package xyz.contentfactory.integration.claim;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.lease.Lease;
import xyz.contentfactory.kit.lease.Leases;

/// Takes leases and keeps them alive. Every claim has an owner name of its own, so that two claims
/// exclude each other inside one process, too.
public final class Claims {
  private final ServiceDatabase database;
  private final Leases leases;
  private final Duration ttl;

  /// Claims on leases of this service's schema.
  ///
  /// @param ttl after how long the claims of a killed process are free for others
  public Claims(ServiceDatabase database, InstantSource clock, Duration ttl) {
    this.database = database;
    this.leases = new Leases(database, clock);
    this.ttl = ttl;
  }

  /// Takes the lease `name` if it is free.
  ///
  /// @param lost runs once, on a thread of the claim's own and before anybody else can take the
  ///   lease, when it cannot be kept
  public Optional<Claim> take(String name, Runnable lost) {
    long asked = System.nanoTime();
    return leases
        .acquire(name, UUID.randomUUID().toString(), ttl)
        .map(lease -> start(lease, asked, lost));
  }

  private Claim start(Lease lease, long askedNanos, Runnable lost) {
    Claim claim = new Claim(database, leases, lease, ttl, askedNanos, lost);
    claim.keepAlive();
    return claim;
  }
}
