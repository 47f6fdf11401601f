package xyz.contentfactory.kit.lease;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import xyz.contentfactory.kit.database.ServiceDatabase;

/// Leases kept as rows of the service's own table `leases`:
///
/// ```sql
/// create table leases (
///   name text primary key,
///   owner text not null,
///   epoch bigint not null,
///   expires_at timestamptz not null
/// );
/// ```
///
/// Whether a lease has expired is decided by the database's clock alone, so that copies of a
/// service with differing clocks agree.
///
/// `acquire`, `renew` and `release` answer or fail within 3 seconds, whatever the database does
/// (`ServiceDatabase.urgent`), and take part in no transaction. A renewal that failed may still
/// have happened; so begin none that could end after `Lease.expiresAt`. `require` is part of the
/// caller's transaction and has its limits.
public final class Leases {
  private final ServiceDatabase database;
  private final JdbcClient urgent;
  private final InstantSource clock;

  public Leases(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.urgent = database.urgent();
    this.clock = clock;
  }

  /// Takes the lease when it is free, expired or already this owner's (then the epoch stays); empty
  /// while another owner holds it.
  public Optional<Lease> acquire(String name, String owner, Duration ttl) {
    Instant asked = clock.instant();
    return urgent
        .sql(
            """
            insert into leases as l (name, owner, epoch, expires_at)
            values (:name, :owner, 1, clock_timestamp() + :millis * interval '1 millisecond')
            on conflict (name) do update
               set owner = excluded.owner,
                   epoch = l.epoch + case
                     when l.owner = excluded.owner and l.expires_at > clock_timestamp()
                     then 0 else 1 end,
                   expires_at = excluded.expires_at
             where l.owner = excluded.owner or l.expires_at <= clock_timestamp()
            returning epoch
            """)
        .param("name", name)
        .param("owner", owner)
        .param("millis", ttl.toMillis())
        .query(Long.class)
        .optional()
        .map(epoch -> new Lease(name, owner, epoch, asked.plus(ttl)));
  }

  /// Prolongs a lease that is still ours.
  ///
  /// @throws LeaseLost when it is not
  public Lease renew(Lease lease, Duration ttl) {
    Instant asked = clock.instant();
    int rows =
        urgent
            .sql(
                """
                update leases
                   set expires_at = clock_timestamp() + :millis * interval '1 millisecond'
                 where name = :name and owner = :owner and epoch = :epoch
                   and expires_at > clock_timestamp()
                """)
            .param("millis", ttl.toMillis())
            .param("name", lease.name())
            .param("owner", lease.owner())
            .param("epoch", lease.epoch())
            .update();
    if (rows == 0) {
      throw new LeaseLost(lease);
    }
    return new Lease(lease.name(), lease.owner(), lease.epoch(), asked.plus(ttl));
  }

  /// Gives the lease back at once; nothing happens when it is no longer ours.
  public void release(Lease lease) {
    urgent
        .sql(
            """
            update leases set expires_at = clock_timestamp()
             where name = :name and owner = :owner and epoch = :epoch
               and expires_at > clock_timestamp()
            """)
        .param("name", lease.name())
        .param("owner", lease.owner())
        .param("epoch", lease.epoch())
        .update();
  }

  /// The fence: call it first in the transaction that writes as the owner. Nobody else can take the
  /// lease until that transaction ends.
  ///
  /// @throws LeaseLost when the lease is not ours any more; the transaction then rolls back
  public void require(Lease lease) {
    boolean held =
        database
            .sql()
            .sql(
                """
                select 1 from leases
                 where name = :name and owner = :owner and epoch = :epoch
                   and expires_at > clock_timestamp()
                   for share
                """)
            .param("name", lease.name())
            .param("owner", lease.owner())
            .param("epoch", lease.epoch())
            .query(Integer.class)
            .optional()
            .isPresent();
    if (!held) {
      throw new LeaseLost(lease);
    }
  }
}
