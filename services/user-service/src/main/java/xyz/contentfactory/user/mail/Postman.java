package xyz.contentfactory.user.mail;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.kit.database.Transactions;
import xyz.contentfactory.kit.lease.Lease;
import xyz.contentfactory.kit.lease.LeaseLost;
import xyz.contentfactory.kit.lease.Leases;

/// Sends what waits in the outbox, on a thread of its own; of several nodes only the one with the
/// lease does. A mail is removed after the server has taken it, so that a crash in between sends it
/// twice rather than never.
public final class Postman implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
  private static final String LEASE = "mail";
  private static final Duration LEASE_LIFE = Duration.ofMinutes(2);
  private static final Duration ROUND = Duration.ofSeconds(3);
  private static final Duration KEPT = Duration.ofDays(7);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
  private static final int BATCH = 20;

  /// Delays after the first, second, … failure; whoever still cannot be reached after the last one
  /// is given up: the links in mails have run out by then.
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12));

  private final Outbox outbox;
  private final MailRoute route;
  private final Leases leases;
  private final InstantSource clock;
  private final Runnable before;
  private final String owner = UUID.randomUUID().toString();
  private final Semaphore wake = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  /// Does nothing before `start`.
  ///
  /// @param before what has to be done before each round, by the node that has the lease
  public Postman(
      Outbox outbox, MailRoute route, Leases leases, InstantSource clock, Runnable before) {
    this.outbox = outbox;
    this.route = route;
    this.leases = leases;
    this.clock = clock;
    this.before = before;
    this.thread = Thread.ofVirtual().name("postman").unstarted(this::run);
    outbox.onPosted(this::wake);
  }

  public Postman start() {
    thread.start();
    return this;
  }

  /// There may be something to do.
  public void wake() {
    wake.release();
  }

  private void run() {
    while (!closed) {
      try {
        if (wake.tryAcquire(ROUND.toMillis(), TimeUnit.MILLISECONDS)) {
          wake.drainPermits();
        }
        round();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.warn("mail could not be looked after: {}", e.toString());
      }
    }
  }

  /// One look at the outbox; what tests call instead of waiting.
  public void round() {
    Optional<Lease> lease = leases.acquire(LEASE, owner, LEASE_LIFE);
    if (lease.isEmpty()) {
      return;
    }
    before.run();
    outbox.forgetKeptBefore(clock.instant().minus(KEPT));
    try {
      Lease held = lease.get();
      List<Outbox.Due> due = outbox.due(BATCH);
      while (!due.isEmpty() && !closed) {
        for (Outbox.Due one : due) {
          held = leases.renew(held, LEASE_LIFE);
          deliver(one);
        }
        due = outbox.due(BATCH);
      }
    } catch (LeaseLost lost) {
      LOG.info("another node sends the mail now");
    }
  }

  private void deliver(Outbox.Due due) {
    Transactions.mustNotBeOpen();
    Mail mail = due.mail();
    try {
      route.send(mail);
    } catch (MailNotTaken e) {
      putOff(due, e);
      return;
    }
    if (route.keeps()) {
      outbox.keep(mail);
    } else {
      outbox.remove(mail);
    }
  }

  private void putOff(Outbox.Due due, MailNotTaken reason) {
    Mail mail = due.mail();
    if (due.attempts() >= DELAYS.size()) {
      LOG.error("mail {} is given up: {}", mail.id(), reason.getMessage());
      outbox.remove(mail);
      return;
    }
    Duration delay = DELAYS.get(due.attempts());
    LOG.warn("mail {} is tried again in {}: {}", mail.id(), delay, reason.getMessage());
    outbox.tryAgain(mail, delay);
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(STOP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
