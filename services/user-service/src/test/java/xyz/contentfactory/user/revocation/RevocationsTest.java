package xyz.contentfactory.user.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.identity.Revocation;
import xyz.contentfactory.kit.identity.RevokedInMemory;

/// Two nodes on one database.
class RevocationsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2030-01-01T12:00:00Z"));
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final DatabaseSettings settings = TestPostgres.freshDatabase();
  private final Node here = new Node(settings);
  private final Node there = new Node(settings);

  private static final class Node implements AutoCloseable {
    final ServiceDatabase database;
    final RevokedInMemory revoked = new RevokedInMemory(CLOCK);
    final BlockingQueue<Revocation> news = new LinkedBlockingQueue<>();
    final Revocations revocations;
    final RevocationFeed feed;

    Node(DatabaseSettings settings) {
      database = ServiceDatabase.open("users", settings);
      revocations = new Revocations(database, revoked, Duration.ofMinutes(10), CLOCK);
      feed = RevocationFeed.start(database, revoked, CLOCK);
      revoked.listen(news::add);
    }

    @Nullable Revocation nextWithin(Duration time) throws InterruptedException {
      return news.poll(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      feed.close();
      database.close();
    }
  }

  @AfterEach
  void stop() {
    here.close();
    there.close();
  }

  private static UUID subject(@Nullable Revocation revocation) {
    assertThat(revocation).isNotNull();
    return revocation.subject();
  }

  @Test
  void a_session_ended_on_one_node_is_known_at_once_there_and_within_a_second_on_the_other()
      throws InterruptedException {
    UUID session = UUID.randomUUID();
    here.revocations.sessions(List.of(session));

    assertThat(here.revoked.has(session)).isTrue();
    assertThat(subject(there.nextWithin(A_SECOND))).isEqualTo(session);
    assertThat(there.revoked.has(session)).isTrue();
  }

  @Test
  void what_is_rolled_back_was_never_revoked() throws InterruptedException {
    UUID session = UUID.randomUUID();
    here.database
        .transactions()
        .executeWithoutResult(status -> {
          here.revocations.sessions(List.of(session));
          status.setRollbackOnly();
        });
    UUID next = UUID.randomUUID();
    here.revocations.apiKey(next);

    assertThat(subject(there.nextWithin(A_SECOND))).isEqualTo(next);
    assertThat(here.revoked.has(session)).isFalse();
  }

  @Test
  void one_that_commits_after_a_later_number_is_not_missed() throws InterruptedException {
    UUID slow = UUID.randomUUID();
    UUID fast = UUID.randomUUID();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch seen = new CountDownLatch(1);
    Thread thread =
        Thread.startVirtualThread(() ->
            here.database.inTransaction(() -> {
              here.revocations.sessions(List.of(slow));
              written.countDown();
              await(seen);
            }));
    await(written);
    here.revocations.sessions(List.of(fast));
    assertThat(subject(there.nextWithin(A_SECOND))).isEqualTo(fast);
    seen.countDown();
    thread.join();

    assertThat(subject(there.nextWithin(A_SECOND))).isEqualTo(slow);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_node_that_starts_later_knows_what_stands_before_it_answers() {
    UUID session = UUID.randomUUID();
    UUID member = UUID.randomUUID();
    here.revocations.sessions(List.of(session));
    here.revocations.renewTokensOf(member);
    try (Node late = new Node(settings)) {
      assertThat(late.revoked.has(session)).isTrue();
      assertThat(late.revoked.newestOf(member)).isEqualTo(here.revocations.newestOf(member));
      assertThat(late.revoked.newestOf(member)).isPositive();
    }
  }
}
