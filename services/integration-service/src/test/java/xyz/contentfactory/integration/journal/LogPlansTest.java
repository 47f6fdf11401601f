package xyz.contentfactory.integration.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;

/// Which index answers: of 60,000 lines over six months, every question reads only what it shows.
class LogPlansTest {
  private static final UUID OLGA = UUID.randomUUID();
  private static ServiceDatabase database;

  @BeforeAll
  static void fill() {
    database = ServiceDatabase.open("integration", TestPostgres.freshDatabase());
    for (int month = 1; month <= 6; month++) {
      database
          .sql()
          .sql("select integration_logs_add_month(make_date(2031, :month, 1))")
          .param("month", month)
          .query(Boolean.class)
          .single();
    }
    database
        .sql()
        .sql(
            """
            insert into integration_logs (id, at, member_id, account_id, kind, result, code, telegram_type, trace_id)
            select gen_random_uuid(), timestamptz '2031-01-01' + n * interval '4 minutes',
              case when n % 50 = 0 then :member else gen_random_uuid() end, gen_random_uuid(), 'DELIVERY_SENT',
              case when n % 20 = 0 then 'REFUSED' else 'OK' end, 'telegram-refused', 'PEER_FLOOD', gen_random_uuid()
              from generate_series(1, 60000) n
            """)
        .param("member", OLGA)
        .update();
    database.sql().sql("analyze integration_logs").update();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private static String plan(String query) {
    return String.join(
        "\n", database.sql().sql("explain (costs off) " + query).query(String.class).list());
  }

  @Test
  void a_members_page_reads_the_members_own_lines_from_the_newest_on() {
    String plan =
        plan(
            "select * from integration_logs l where (at, seq) < ('2031-04-01', 9) and member_id = '"
                + OLGA
                + "' order by at desc, seq desc limit 51");

    assertThat(plan)
        .contains(
            "Merge Append", "Index Scan Backward using integration_logs_2031_03_member_id_at_seq")
        .doesNotContain("Seq Scan on integration_logs_2031");
  }

  @Test
  void a_days_page_reads_only_that_days_month() {
    String plan =
        plan(
            "select * from integration_logs l where at >= '2031-03-05' and at < '2031-03-06' order by at desc, seq desc limit 51");

    assertThat(plan).contains("integration_logs_2031_03").doesNotContain("2031_02", "2031_04");
  }

  @Test
  void errors_are_counted_from_the_index_of_trouble() {
    String all =
        plan(
            "select code, telegram_type, count(*) from integration_logs where result <> 'OK' and at >= '2031-03-05' and at < '2031-03-12' group by 1, 2");
    String own =
        plan(
            "select code, telegram_type, count(*) from integration_logs where result <> 'OK' and at >= '2031-03-05' and at < '2031-03-31' and member_id = '"
                + OLGA
                + "' group by 1, 2");

    assertThat(all).contains("2031_03_at_account_id_code");
    assertThat(own).contains("2031_03_member_id_at_account_id_code");
  }
}
