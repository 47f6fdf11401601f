package xyz.contentfactory.integration.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.integration.account.AccountState;
import xyz.contentfactory.integration.overview.Overview.Hour;
import xyz.contentfactory.integration.overview.Overview.StateCount;
import xyz.contentfactory.integration.problem.Whose;
import xyz.contentfactory.integration.storage.SqlTime;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;

class OverviewsTest {
  private static final Instant NOW = Instant.parse("2030-01-02T12:30:00Z");
  private static final Day DAY = Day.until(NOW, ZoneId.of("UTC"));
  private static final UUID OLGA = UUID.randomUUID();
  private static final UUID PAVEL = UUID.randomUUID();
  private static final Whose ALL = new Whose(null);

  private final ServiceDatabase database =
      ServiceDatabase.open("integration", TestPostgres.freshDatabase());
  private final Overviews overviews = new Overviews(database);

  @AfterEach
  void close() {
    database.close();
  }

  private void line(UUID member, String at, String kind, String result) {
    database
        .sql()
        .sql(
            """
            insert into integration_logs (id, at, member_id, kind, result, trace_id)
            values (gen_random_uuid(), :at, :member, :kind, :result, gen_random_uuid())
            """)
        .param("at", SqlTime.of(Instant.parse(at)))
        .param("member", member)
        .param("kind", kind)
        .param("result", result)
        .update();
  }

  private void account(UUID member, String state) {
    UUID id = UUID.randomUUID();
    database
        .sql()
        .sql(
            """
            insert into telegram_sessions (id, member_id, state, stored_login_sealed, phone_masked, phone_hash,
              telegram_user_id, name, dc, connected_at)
            values (:id, :member, :state, case when :state = 'DISCONNECTED' then null else '\\x00'::bytea end,
              '+…', cast(:id as text), abs(hashtext(cast(:id as text))), 'name', 2, now())
            """)
        .param("id", id)
        .param("member", member)
        .param("state", state)
        .update();
  }

  @Test
  void a_day_without_anything_is_24_hours_of_nothing() {
    Overview overview = overviews.of(ALL, DAY, NOW);

    assertThat(overview.hours())
        .hasSize(24)
        .allSatisfy(hour -> {
          assertThat(hour.sent() + hour.refused() + hour.errors()).isZero();
        });
    assertThat(overview.accounts()).isEmpty();
    assertThat(overview.waiting()).isZero();
  }

  @Test
  void lines_are_counted_in_the_hour_in_which_they_were_written() {
    line(OLGA, "2030-01-02T12:00:00Z", "DELIVERY_SENT", "OK");
    line(OLGA, "2030-01-02T11:59:59.999Z", "DELIVERY_SENT", "OK");
    line(OLGA, "2030-01-02T11:00:00Z", "DELIVERY_REFUSED", "REFUSED");
    line(OLGA, "2030-01-02T11:10:00Z", "SIGN_IN", "FAILED");
    line(OLGA, "2030-01-01T13:00:00Z", "DELIVERY_SENT", "OK");
    line(OLGA, "2030-01-01T12:59:59.999Z", "DELIVERY_SENT", "OK");

    var hours = overviews.of(new Whose(OLGA), DAY, NOW).hours();

    assertThat(hours.getLast()).isEqualTo(new Hour(Instant.parse("2030-01-02T12:00:00Z"), 1, 0, 0));
    assertThat(hours.get(22)).isEqualTo(new Hour(Instant.parse("2030-01-02T11:00:00Z"), 1, 1, 2));
    assertThat(hours.getFirst().sent()).isEqualTo(1);
    assertThat(hours.stream().mapToInt(Hour::sent).sum()).isEqualTo(3);
  }

  @Test
  void a_member_sees_their_own_numbers_and_an_admin_those_of_all() {
    line(OLGA, "2030-01-02T12:00:00Z", "DELIVERY_SENT", "OK");
    line(PAVEL, "2030-01-02T12:00:00Z", "DELIVERY_SENT", "OK");
    account(OLGA, "CONNECTED");
    account(PAVEL, "CONNECTED");
    account(PAVEL, "BANNED");
    account(PAVEL, "DISCONNECTED");

    Overview own = overviews.of(new Whose(OLGA), DAY, NOW);
    Overview all = overviews.of(ALL, DAY, NOW);

    assertThat(own.hours().getLast().sent()).isEqualTo(1);
    assertThat(own.accounts()).containsExactly(new StateCount(AccountState.CONNECTED, 1));
    assertThat(all.hours().getLast().sent()).isEqualTo(2);
    assertThat(all.accounts())
        .containsExactly(
            new StateCount(AccountState.BANNED, 1), new StateCount(AccountState.CONNECTED, 2));
  }

  @Test
  void the_day_is_read_from_an_index_and_not_from_the_whole_journal() {
    database
        .sql()
        .sql("select integration_logs_add_month('2030-01-01')")
        .query(Boolean.class)
        .single();
    database
        .sql()
        .sql(
            """
            insert into integration_logs (id, at, member_id, kind, result, trace_id)
            select gen_random_uuid(), timestamptz '2030-01-01' + n * interval '2 minutes',
              case when n % 50 = 0 then :member else gen_random_uuid() end, 'DELIVERY_SENT', 'OK', gen_random_uuid()
              from generate_series(1, 20000) n
            """)
        .param("member", OLGA)
        .update();
    database.sql().sql("analyze integration_logs").update();

    assertThat(plan("and member_id = '" + OLGA + "'"))
        .contains("integration_logs_2030_01_member_id_at_seq");
    assertThat(plan("")).contains("integration_logs_2030_01_pkey");
  }

  private String plan(String own) {
    return database
        .sql()
        .sql(
            """
            explain select kind, result from integration_logs
             where at >= '2030-01-09' and at < '2030-01-10'
            """
                + own)
        .query(String.class)
        .list()
        .toString();
  }

  private void post(
      UUID member, String state, String at, @Nullable Long late, @Nullable Integer number) {
    database
        .sql()
        .sql(
            """
            insert into deliveries (id, member_id, account_id, channel_id, channel_title, body, entities, random_id,
              state, planned_at, due_at, idempotency_key, body_hash, created_at, sent_at, late_millis, message_number,
              doubled)
            values (gen_random_uuid(), :member, :anybody, :anybody, 'News', 'Hello', '[]',
              ('x' || substr(md5(random()::text), 1, 15))::bit(60)::bigint, :state, :at, :at,
              gen_random_uuid()::text, 'h', :at, case when :state = 'SENT' then :at::timestamptz end, :late::bigint,
              :number::integer, coalesce(:late::bigint = 900, false))
            """)
        .param("member", member)
        .param("anybody", member)
        .param("state", state)
        .param("at", SqlTime.of(Instant.parse(at)))
        .param("late", late)
        .param("number", number)
        .update();
  }

  @Test
  void punctuality_is_that_of_the_posts_of_the_day() {
    database
        .sql()
        .sql(
            """
            alter table deliveries drop constraint deliveries_account_id_fkey,
              drop constraint deliveries_channel_id_fkey
            """)
        .update();
    for (int i = 1; i <= 99; i++) {
      post(OLGA, "SENT", "2030-01-02T12:00:00Z", (long) i, i);
    }
    post(OLGA, "SENT", "2030-01-02T12:10:00Z", 900L, 100);
    post(OLGA, "SENT", "2030-01-01T12:00:00Z", 70_000L, 101);
    post(PAVEL, "SENT", "2030-01-02T12:00:00Z", 40L, null);
    post(OLGA, "PLANNED", "2030-01-02T12:20:00Z", null, null);
    post(OLGA, "PLANNED", "2030-01-02T12:29:30Z", null, null);
    post(OLGA, "PLANNED", "2030-01-03T12:00:00Z", null, null);

    Overview own = overviews.of(new Whose(OLGA), DAY, NOW);
    assertThat(own.punctuality()).isEqualTo(new Overview.Punctuality(100, 50L, 99L, 1, 0, 1));
    assertThat(own.waiting()).isEqualTo(3);
    assertThat(overviews.of(ALL, DAY, NOW).punctuality().lost()).isEqualTo(1);
    assertThat(overviews.of(new Whose(UUID.randomUUID()), DAY, NOW).punctuality())
        .isEqualTo(new Overview.Punctuality(0, null, null, 0, 0, 0));
  }
}
