package xyz.contentfactory.user.password;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.database.Transactions;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.secret.Secret;

/// Hashes and checks passwords on a few platform threads of its own. The memory in use is bounded
/// by threads × cost whatever the load; who finds the queue full is asked to come back in a second.
public final class Passwords implements AutoCloseable {
  /// In characters. The upper bound keeps what is computed bounded, far above any phrase.
  public static final int MIN_LENGTH = 12;

  public static final int MAX_LENGTH = 128;
  private static final Duration BUSY_PAUSE = Duration.ofSeconds(1);

  private final Argon2Cost cost;
  private final SecureRandom random;
  private final ThreadPoolExecutor threads;

  public Passwords(Argon2Cost cost, SecureRandom random) {
    this.cost = cost;
    this.random = random;
    this.threads =
        new ThreadPoolExecutor(
            cost.threads(),
            cost.threads(),
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(cost.waiting()),
            Thread.ofPlatform().daemon().name("password-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  public String hash(Secret password) {
    return compute(
        () -> PasswordHash.compute(cost, bytes(PasswordHash.SALT_BYTES), password).toPhc());
  }

  /// Whether the password is the one behind the hash. With no hash (an unknown e-mail) it does the
  /// same work and answers no, so that the time tells nothing.
  public boolean matches(Secret password, @Nullable String phc) {
    PasswordHash stored = phc == null ? nobody() : PasswordHash.parse(phc);
    return compute(() -> stored.matches(password)) && phc != null;
  }

  /// Whether a new hash of the same password would be at another cost: the configuration has
  /// changed since it was made.
  public boolean isOutdated(String phc) {
    return PasswordHash.parse(phc).differsFrom(cost);
  }

  private PasswordHash nobody() {
    return PasswordHash.ofNobody(
        cost, bytes(PasswordHash.SALT_BYTES), bytes(PasswordHash.HASH_BYTES));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private <T> T compute(Callable<T> work) {
    Transactions.mustNotBeOpen(); // 50 ms is too long to hold a lock
    try {
      Future<T> result = threads.submit(work);
      return result.get();
    } catch (RejectedExecutionException e) {
      throw Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE).retryAfter(BUSY_PAUSE).asException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE).retryAfter(BUSY_PAUSE).asException();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a password could not be computed", e.getCause());
    }
  }

  /// How many wait for a thread at this moment.
  int waiting() {
    return threads.getQueue().size();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
