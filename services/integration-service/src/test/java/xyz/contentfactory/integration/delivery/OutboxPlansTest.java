package xyz.contentfactory.integration.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;

/// What a wake-up reads, with a few posts planned and with many: the same. `-Dcf.planned=1000000`
/// makes it a million; the plans are printed.
class OutboxPlansTest {
  private static final int PLANNED = Integer.getInteger("cf.planned", 40_000);
  private static final int ACCOUNTS = 20;
  private static final int BATCH = 20_000;

  /// Rows of the table and of its indexes, with room for what is due just now: five posts.
  private static final int MOST_READ = 40;

  private static final OffsetDateTime NOW =
      OffsetDateTime.of(2030, 1, 1, 12, 0, 0, 0, ZoneOffset.UTC);
  private static final Pattern ROWS = Pattern.compile("actual rows=([0-9.]+) loops=([0-9]+)");
  private static final Pattern REMOVED = Pattern.compile("Rows Removed by [A-Za-z ]+: ([0-9]+)");

  private static final ServiceDatabase DATABASE =
      ServiceDatabase.open("integration", TestPostgres.freshDatabase());

  private static UUID account(int n) {
    return new UUID(0, n);
  }

  @BeforeAll
  static void fill() {
    DATABASE
        .sql()
        .sql(
            """
            alter table deliveries drop constraint deliveries_account_id_fkey,
              drop constraint deliveries_channel_id_fkey
            """)
        .update();
    DATABASE
        .sql()
        .sql("alter table telegram_channels drop constraint telegram_channels_account_id_fkey")
        .update();
    DATABASE
        .sql()
        .sql(
            """
            insert into telegram_channels (id, account_id, telegram_id, access_hash, peer_kind, title, kind, owner,
              can_post, can_edit, can_delete, can_pin, can_invite, checked_at)
            select ('00000000-0000-0000-0001-' || lpad(to_hex(n), 12, '0'))::uuid,
              ('00000000-0000-0000-0000-' || lpad(to_hex(n), 12, '0'))::uuid, n, n, 'CHANNEL', 'News', 'CHANNEL',
              true, true, true, true, true, true, now()
              from generate_series(0, :last) n
            """)
        .param("last", ACCOUNTS - 1)
        .update();
    plan(5, 0, "timestamptz '2030-01-01 11:59:59'");
    for (int from = 5; from < PLANNED; from += BATCH) {
      plan(
          Math.min(BATCH, PLANNED - from),
          from,
          "timestamptz '2030-01-01 12:00:01' + n * interval '1 second'");
    }
    DATABASE.sql().sql("analyze deliveries").update();
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static void plan(int count, int from, String at) {
    DATABASE
        .sql()
        .sql(
            """
            insert into deliveries (id, member_id, account_id, channel_id, channel_title, body, entities, random_id,
              state, planned_at, due_at, idempotency_key, body_hash, created_at)
            select gen_random_uuid(), '00000000-0000-0000-0000-000000000000',
              ('00000000-0000-0000-0000-' || lpad(to_hex(n %% %d), 12, '0'))::uuid,
              ('00000000-0000-0000-0001-' || lpad(to_hex(n %% %d), 12, '0'))::uuid,
              'News', 'Hello', '[]', n, 'PLANNED', %s, %s, n::text, 'h', now()
              from generate_series(%d, %d) n
            """
                .formatted(ACCOUNTS, ACCOUNTS, at, at, from, from + count - 1))
        .update();
  }

  /// All rows that the nodes of the plan took in hand, kept or thrown away.
  private static int read(String statement) {
    String plan =
        DATABASE.inTransaction(() -> {
          String found =
              String.join(
                  "\n",
                  DATABASE
                      .sql()
                      .sql("explain (analyze, costs off, timing off) " + statement)
                      .param("now", NOW)
                      .param("since", NOW.minusSeconds(10))
                      .param("account", account(1))
                      .param("epoch", 1L)
                      .param("files", true)
                      .query(String.class)
                      .list());
          DATABASE
              .sql()
              .sql("update deliveries set state = 'PLANNED' where state = 'SENDING'")
              .update();
          return found;
        });
    System.out.println(PLANNED + " planned:\n" + plan);
    assertThat(plan).doesNotContain("Seq Scan on deliveries");
    double kept =
        ROWS.matcher(plan)
            .results()
            .mapToDouble(m -> Double.parseDouble(m.group(1)) * Integer.parseInt(m.group(2)))
            .sum();
    int removed = REMOVED.matcher(plan).results().mapToInt(m -> Integer.parseInt(m.group(1))).sum();
    return (int) kept + removed;
  }

  @Test
  void the_clock_reads_what_has_become_due_and_nothing_of_what_is_planned() {
    assertThat(read(Outbox.DUE_ACCOUNTS)).isBetween(5, MOST_READ);
  }

  @Test
  void the_next_moment_is_one_row_of_an_index() {
    assertThat(read(Outbox.NEXT_DUE)).isBetween(1, 8);
  }

  @Test
  void an_owner_reads_its_own_due_posts() {
    assertThat(read(Outbox.BEGIN)).isBetween(1, MOST_READ);
  }
}
