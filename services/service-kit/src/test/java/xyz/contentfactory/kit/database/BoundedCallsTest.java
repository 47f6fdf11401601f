package xyz.contentfactory.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessException;
import xyz.contentfactory.kit.lease.Lease;
import xyz.contentfactory.kit.lease.Leases;

class BoundedCallsTest {
  private static final Duration TTL = Duration.ofMinutes(1);

  private static String setting(ServiceDatabase database, String from, String name) {
    return database
        .sql()
        .sql("select setting from " + from + " where name = :name")
        .param("name", name)
        .query(String.class)
        .single();
  }

  private static Leases leasesOf(ServiceDatabase database) {
    return new Leases(database, InstantSource.system());
  }

  private static Duration timeToFail(Runnable call) {
    long begun = System.nanoTime();
    assertThatExceptionOfType(DataAccessException.class).isThrownBy(call::run);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Test
  void statements_have_an_end_and_migrations_have_none() {
    try (ServiceDatabase database =
        ServiceDatabase.open("kit_test", TestPostgres.freshDatabase())) {
      assertThat(setting(database, "pg_settings", "statement_timeout")).isEqualTo("10000");
      assertThat(setting(database, "pg_settings", "idle_in_transaction_session_timeout"))
          .isEqualTo("15000");
      assertThat(setting(database, "migrated_with", "statement_timeout")).isEqualTo("0");
      assertThat(database.urgent().sql("show statement_timeout").query(String.class).single())
          .isEqualTo("900ms");
    }
  }

  @Test
  @Timeout(60)
  void a_lease_is_renewed_while_the_pool_is_used_up() throws Exception {
    DatabaseSettings settings = TestPostgres.freshDatabase();
    CountDownLatch taken = new CountDownLatch(settings.maxConnections());
    CountDownLatch over = new CountDownLatch(1);
    try (ServiceDatabase database = ServiceDatabase.open("kit_test", settings);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Leases leases = leasesOf(database);
      Lease lease = leases.acquire("busy", "a", TTL).orElseThrow();
      for (int i = 0; i < settings.maxConnections(); i++) {
        threads.execute(() -> hold(database, taken, over));
      }
      taken.await();

      assertThat(leases.renew(lease, TTL).epoch()).isEqualTo(lease.epoch());
      over.countDown();
    }
  }

  private static void hold(ServiceDatabase database, CountDownLatch taken, CountDownLatch over) {
    database.inTransaction(() -> {
      database.sql().sql("select 1").query(Integer.class).single();
      taken.countDown();
      try {
        over.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  @Test
  @Timeout(60)
  void a_renewal_that_has_to_wait_for_a_lock_fails_within_three_seconds() {
    try (ServiceDatabase database =
        ServiceDatabase.open("kit_test", TestPostgres.freshDatabase())) {
      Leases leases = leasesOf(database);
      Lease lease = leases.acquire("locked", "a", TTL).orElseThrow();
      Duration took =
          database.inTransaction(() -> {
            database.sql().sql("select 1 from leases for update").query(Integer.class).list();
            return timeToFail(() -> leases.renew(lease, TTL));
          });

      assertThat(took).isLessThan(Duration.ofSeconds(3));
      assertThat(leases.renew(lease, TTL).epoch()).isEqualTo(lease.epoch());
    }
  }

  @Test
  @Timeout(120)
  void a_database_that_hangs_fails_every_call_in_its_time() throws Exception {
    DatabaseSettings direct = TestPostgres.freshDatabase();
    try (StallingRelay relay = StallingRelay.to(direct);
        ServiceDatabase database = ServiceDatabase.open("kit_test", relay.settings(direct));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Leases leases = leasesOf(database);
      Lease lease = leases.acquire("hung", "a", TTL).orElseThrow();
      database.sql().sql("select 1").query(Integer.class).single();
      relay.stall();
      Future<Duration> ordinary =
          threads.submit(
              () -> timeToFail(() -> database.sql().sql("select 1").query(Integer.class).single()));

      assertThat(timeToFail(() -> leases.renew(lease, TTL))).isLessThan(Duration.ofSeconds(3));
      assertThat(timeToFail(() -> leases.renew(lease, TTL))).isLessThan(Duration.ofSeconds(3));
      assertThat(ordinary.get()).isLessThan(Duration.ofSeconds(25));
    }
  }
}
