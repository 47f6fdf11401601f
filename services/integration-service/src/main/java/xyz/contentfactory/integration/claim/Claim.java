package xyz.contentfactory.integration.claim;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.lease.Lease;
import xyz.contentfactory.kit.lease.LeaseLost;
import xyz.contentfactory.kit.lease.Leases;

/// A lease that a virtual thread of its own renews until it is closed or lost.
///
/// It counts as lost well before it expires in the database: the owner has stopped when another one
/// may begin.
public final class Claim implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Claim.class);

  /// Renewals in one lifetime; two of them may fail before the claim is given up.
  private static final int RENEWALS = 4;

  private final ServiceDatabase database;
  private final Leases leases;
  private final Timing timing;
  private final Runnable lost;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Lease lease;

  record Timing(InstantSource clock, Duration ttl) {
    Duration pause() {
      return ttl.dividedBy(RENEWALS);
    }
  }

  Claim(ServiceDatabase database, Leases leases, Lease lease, Timing timing, Runnable lost) {
    this.database = database;
    this.leases = leases;
    this.lease = lease;
    this.timing = timing;
    this.lost = lost;
  }

  void keepAlive() {
    Thread.ofVirtual().name("claim " + lease.name()).start(this::keep);
  }

  public long epoch() {
    return lease.epoch();
  }

  /// One transaction that succeeds only while the claim holds.
  ///
  /// @throws LeaseLost when it does not; nothing is written
  public <T> T write(Supplier<T> work) {
    return database.inTransaction(() -> {
      leases.require(lease);
      return work.get();
    });
  }

  public void write(Runnable work) {
    database.inTransaction(() -> {
      leases.require(lease);
      work.run();
    });
  }

  private void keep() {
    try {
      while (!over.await(timing.pause().toMillis(), TimeUnit.MILLISECONDS)) {
        if (!renewed() && ended()) {
          LOG.warn("the lease {} is lost", lease.name());
          lost.run();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean renewed() {
    try {
      lease = leases.renew(lease, timing.ttl());
      return true;
    } catch (LeaseLost e) {
      return false;
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("the lease {} could not be renewed: {}", lease.name(), e.getMessage());
      Instant last = lease.expiresAt().minus(timing.pause());
      return timing.clock().instant().isBefore(last);
    }
  }

  /// True for the one who ends it.
  private synchronized boolean ended() {
    boolean first = over.getCount() > 0;
    over.countDown();
    return first;
  }

  /// Gives the lease back at once.
  @Override
  public void close() {
    if (ended()) {
      release();
    }
  }

  private void release() {
    try {
      leases.release(lease);
    } catch (DataAccessException e) {
      LOG.warn("the lease {} was not given back; it expires by itself", lease.name(), e);
    }
  }
}
