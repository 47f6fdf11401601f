package xyz.contentfactory.integration.claim;

import java.time.Duration;
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
/// A second thread, which never asks the database, gives it up a quarter of its lifetime before it
/// expires there, however long a renewal hangs: the owner has stopped when another one may begin.
public final class Claim implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Claim.class);

  /// Renewals in one lifetime; it is given up when the last of them would be due.
  private static final int RENEWALS = 4;

  private final ServiceDatabase database;
  private final Leases leases;
  private final Duration ttl;
  private final Runnable lost;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Lease lease;

  /// When the lease held last was asked for, by `System.nanoTime()`: wall clocks jump.
  private volatile long askedNanos;

  /// One lease kept alive.
  ///
  /// @param askedNanos `System.nanoTime()` of before the lease was asked for
  Claim(
      ServiceDatabase database,
      Leases leases,
      Lease lease,
      Duration ttl,
      long askedNanos,
      Runnable lost) {
    this.database = database;
    this.leases = leases;
    this.lease = lease;
    this.ttl = ttl;
    this.askedNanos = askedNanos;
    this.lost = lost;
  }

  void keepAlive() {
    Thread.ofVirtual().name("claim " + lease.name()).start(this::keep);
    Thread.ofVirtual().name("end of claim " + lease.name()).start(this::giveUpInTime);
  }

  private long pauseNanos() {
    return ttl.dividedBy(RENEWALS).toNanos();
  }

  /// It was closed or lost; in the second case whoever was to be told has been told or is being
  /// told.
  public boolean isOver() {
    return over.getCount() == 0;
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
      while (!over.await(pauseNanos(), TimeUnit.NANOSECONDS)) {
        renew();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void renew() {
    try {
      long asked = System.nanoTime();
      lease = leases.renew(lease, ttl);
      askedNanos = asked;
    } catch (LeaseLost e) {
      lose();
    } catch (DataAccessException | TransactionException e) {
      LOG.warn("the lease {} could not be renewed: {}", lease.name(), e.getMessage());
    }
  }

  private void giveUpInTime() {
    try {
      while (!over.await(nanosLeft(), TimeUnit.NANOSECONDS)) {
        if (nanosLeft() <= 0) {
          lose();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private long nanosLeft() {
    return askedNanos + ttl.toNanos() - pauseNanos() - System.nanoTime();
  }

  private void lose() {
    if (ended()) {
      LOG.warn("the lease {} is lost", lease.name());
      lost.run();
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
