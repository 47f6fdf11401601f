package xyz.contentfactory.integration.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.integration.login.BatchLogins;
import xyz.contentfactory.integration.login.Logins;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.secret.Keyring;
import xyz.contentfactory.kit.secret.LocalKeyring;

/// The pace over real rows, with a clock that the test moves.
class StartsTest {
  private static final UUID OLGA = UUID.randomUUID();
  private static final UUID PAVEL = UUID.randomUUID();
  private static final ConnectSettings SETTINGS = new ConnectSettings(100, 6, 5, 3);

  private final ServiceDatabase database =
      ServiceDatabase.open("integration", TestPostgres.freshDatabase());
  private Instant now = Instant.parse("2031-02-03T04:05:06Z");
  private final InstantSource clock = () -> now;
  private Starts starts;
  private Batches batches;

  @BeforeEach
  void open() throws Exception {
    Path folder = Files.createTempDirectory("starts").resolve("keyring");
    Keyring keyring = LocalKeyring.open(folder);
    starts = new Starts(database, keyring, clock, SETTINGS);
    BatchRows rows =
        new BatchRows(database, new Logins(database, keyring, clock, Duration.ofMinutes(10)));
    batches = new Batches(database, keyring, clock, rows, starts, SETTINGS);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private UUID list(UUID member, int numbers) {
    UUID id = UUID.randomUUID();
    batches.create(id, member, id.toString(), "hash", Optional.empty());
    List<@Nullable String> typed = new ArrayList<>();
    IntStream.range(0, numbers).forEach(i -> typed.add("+4915100000" + (10 + i)));
    NumberList.read(typed)
        .forEach(line -> batches.add(id, member, line, "hash of " + line.number()));
    return id;
  }

  private Optional<Starts.Next> begin() {
    return database.inTransaction(() -> {
      Optional<Starts.Next> next = starts.next();
      next.ifPresent(row -> starts.begun(row, login(row)));
      return next;
    });
  }

  private BatchLogins.Prepared login(Starts.Next row) {
    UUID id = UUID.randomUUID();
    database
        .sql()
        .sql(
            """
            insert into telegram_logins (id, member_id, batch_id, step, phone_masked, phone_hash, created_at, expires_at)
            values (:id, :member, :batch, 'CODE_SENT', '+…', 'hash', now(), now())
            """)
        .param("id", id)
        .param("member", row.memberId())
        .param("batch", row.batchId())
        .update();
    return new BatchLogins.Prepared(id, true);
  }

  private void allSignedIn() {
    database
        .sql()
        .sql("update telegram_logins set step = 'EXPIRED' where step = 'CODE_SENT'")
        .update();
  }

  @Test
  void the_next_start_comes_a_gap_after_the_last_one_of_anybody() {
    list(OLGA, 2);
    assertThat(starts.nextMoment()).isBefore(now);
    assertThat(begin()).isPresent();

    assertThat(starts.nextMoment()).isEqualTo(now.plusSeconds(10));
    now = now.plusSeconds(10);
    assertThat(starts.nextMoment()).isEqualTo(now);
  }

  @Test
  void no_more_than_three_are_open_at_once_and_room_comes_when_one_ends() {
    list(OLGA, 5);
    assertThat(Stream.generate(this::begin).limit(4).toList())
        .satisfies(begun -> assertThat(begun.subList(0, 3)).allMatch(Optional::isPresent))
        .last()
        .isEqualTo(Optional.empty());

    allSignedIn();

    assertThat(begin()).isPresent();
  }

  @Test
  void five_an_hour_is_the_measure_of_a_member_however_many_lists_there_are() {
    list(OLGA, 4);
    list(OLGA, 4);
    for (int i = 0; i < 5; i++) {
      assertThat(begin()).isPresent();
      allSignedIn();
    }
    assertThat(begin()).isEmpty();
    database.sql().sql("delete from connect_batches").update();
    list(OLGA, 1);
    assertThat(begin()).isEmpty();

    now = now.plus(Duration.ofMinutes(61));

    assertThat(begin()).isPresent();
  }

  @Test
  void members_take_turns_and_rows_keep_the_order_of_their_list() {
    UUID first = list(OLGA, 3);
    UUID second = list(PAVEL, 1);

    assertThat(Stream.generate(() -> step().batchId()).limit(3).toList())
        .containsExactly(first, second, first);
  }

  private Starts.Next step() {
    now = now.plusSeconds(10);
    return begin().orElseThrow();
  }

  @Test
  void a_number_that_telegram_asks_to_wait_is_passed_over_until_then() {
    list(OLGA, 2);
    Starts.Next flooded = begin().orElseThrow();
    database
        .sql()
        .sql(
            "update connect_batch_rows set step = 'WAITING', login_id = null, not_before = :at where id = :id")
        .param("at", java.sql.Timestamp.from(now.plusSeconds(60)))
        .param("id", flooded.rowId())
        .update();

    assertThat(step().rowId()).isNotEqualTo(flooded.rowId());
    assertThat(begin()).isEmpty();
    now = now.plusSeconds(60);
    assertThat(begin()).map(Starts.Next::rowId).contains(flooded.rowId());
  }

  @Test
  void two_nodes_at_the_same_moment_never_begin_the_same_row() throws Exception {
    list(OLGA, 3);
    list(PAVEL, 3);
    Set<UUID> begun = new HashSet<>();
    CyclicBarrier together = new CyclicBarrier(2);
    Callable<Optional<Starts.Next>> node =
        () ->
            database.inTransaction(() -> {
              Optional<Starts.Next> next = starts.next();
              meet(together);
              next.ifPresent(row -> starts.begun(row, login(row)));
              return next;
            });
    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 3; round++) {
        var one = nodes.submit(node);
        var other = nodes.submit(node);
        assertThat(begun.add(one.get().orElseThrow().rowId())).isTrue();
        assertThat(begun.add(other.get().orElseThrow().rowId())).isTrue();
      }
    }
    assertThat(begun).hasSize(6);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
