package xyz.contentfactory.kit.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;

class LeasesTest {
  private static final Duration TTL = Duration.ofMinutes(1);
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final ServiceDatabase DATABASE =
      ServiceDatabase.open("kit_test", TestPostgres.freshDatabase());

  private final Leases leases = new Leases(DATABASE, InstantSource.fixed(NOW));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static void expire(String name) {
    DATABASE
        .sql()
        .sql("update leases set expires_at = clock_timestamp() - interval '1 s' where name = :name")
        .param("name", name)
        .update();
  }

  @Test
  void a_free_lease_is_taken_and_ends_by_the_owners_clock() {
    assertThat(leases.acquire("free", "a", TTL)).contains(new Lease("free", "a", 1, NOW.plus(TTL)));
  }

  @Test
  void a_held_lease_is_not_given_to_another() {
    leases.acquire("held", "a", TTL);

    assertThat(leases.acquire("held", "b", TTL)).isEmpty();
  }

  @Test
  void the_owner_takes_its_own_lease_again_under_the_same_epoch() {
    leases.acquire("again", "a", TTL);

    assertThat(leases.acquire("again", "a", TTL).orElseThrow().epoch()).isEqualTo(1);
  }

  @Test
  void an_expired_lease_changes_owner_and_epoch_and_fences_the_old_owner() {
    Lease old = leases.acquire("expired", "a", TTL).orElseThrow();
    expire("expired");
    Lease taken = leases.acquire("expired", "b", TTL).orElseThrow();

    assertThat(taken.epoch()).isEqualTo(2);
    assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> leases.renew(old, TTL));
    assertThatExceptionOfType(LeaseLost.class)
        .isThrownBy(() -> DATABASE.inTransaction(() -> leases.require(old)));
    DATABASE.inTransaction(() -> leases.require(taken));
  }

  @Test
  void an_expired_lease_is_lost_even_when_nobody_took_it() {
    Lease old = leases.acquire("lapsed", "a", TTL).orElseThrow();
    expire("lapsed");

    assertThatExceptionOfType(LeaseLost.class).isThrownBy(() -> leases.renew(old, TTL));
    assertThat(leases.acquire("lapsed", "a", TTL).orElseThrow().epoch()).isEqualTo(2);
  }

  @Test
  void a_released_lease_is_free_at_once() {
    leases.release(leases.acquire("released", "a", TTL).orElseThrow());

    assertThat(leases.acquire("released", "b", TTL)).isPresent();
  }

  @Test
  void of_many_that_ask_at_once_exactly_one_gets_it() throws Exception {
    List<Callable<Optional<Lease>>> asking = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      String owner = "owner-" + i;
      asking.add(() -> leases.acquire("race", owner, TTL));
    }
    long winners = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(asking)) {
        winners += answer.get().isPresent() ? 1 : 0;
      }
    }

    assertThat(winners).isEqualTo(1);
  }
}
