package xyz.contentfactory.integration.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.claim.Claims;
import xyz.contentfactory.integration.problem.Whose;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;

class JournalMonthsTest {
  private static final UUID MEMBER = UUID.randomUUID();
  private static final Whose ALL = new Whose(null);
  private static final LogQuery ANY =
      new LogQuery(null, null, null, null, null, null, null, null, null, null, null);

  private final DatabaseSettings settings = TestPostgres.freshDatabase();
  private final ServiceDatabase database = ServiceDatabase.open("integration", settings);
  private final Claims claims = new Claims(database, Instant::now, Duration.ofSeconds(10));

  @AfterEach
  void close() {
    database.close();
  }

  private void write(String at, LogKind kind) {
    new Journal(database, () -> Instant.parse(at)).write(Act.ok(MEMBER, null, kind));
  }

  private JournalMonths months(String now, int kept) {
    return new JournalMonths(database, claims, () -> Instant.parse(now), kept);
  }

  private List<LogKind> read() {
    return new Journal(database, Instant::now)
        .read(LogFilter.of(ALL, ANY), LogCursor.newest(100)).stream().map(LogEntry::kind).toList();
  }

  private int linesIn(String table) {
    return database.sql().sql("select count(*) from " + table).query(Integer.class).single();
  }

  @Test
  void a_line_of_a_month_without_a_partition_is_kept_in_the_rest() {
    write("2031-05-06T07:08:09Z", LogKind.SIGN_IN);

    assertThat(linesIn("integration_logs_rest")).isEqualTo(1);
    assertThat(read()).containsExactly(LogKind.SIGN_IN);
  }

  @Test
  void the_running_month_and_three_more_are_made_and_take_their_lines_from_the_rest() {
    write("2031-05-31T23:59:59.999999Z", LogKind.SIGN_IN);
    write("2031-06-01T00:00:00Z", LogKind.ACCOUNT_CONNECTED);
    write("2031-04-30T23:59:59Z", LogKind.QR_SHOWN);

    months("2031-05-31T23:59:59.999999Z", 0).run();
    months("2031-05-31T23:59:59.999999Z", 0).run();

    assertThat(months("2031-05-01T00:00:00Z", 0).partitions())
        .contains(
            "integration_logs_2031_05",
            "integration_logs_2031_06",
            "integration_logs_2031_07",
            "integration_logs_2031_08")
        .doesNotContain("integration_logs_2031_04", "integration_logs_2031_09");
    assertThat(linesIn("integration_logs_2031_05")).isEqualTo(1);
    assertThat(linesIn("integration_logs_2031_06")).isEqualTo(1);
    assertThat(linesIn("integration_logs_rest")).isEqualTo(1);
    assertThat(read())
        .containsExactly(LogKind.ACCOUNT_CONNECTED, LogKind.SIGN_IN, LogKind.QR_SHOWN);
  }

  @Test
  void months_beyond_the_kept_ones_are_dropped_and_the_kept_ones_stay_whole() {
    months("2031-01-10T00:00:00Z", 0).run();
    write("2031-01-31T23:59:59Z", LogKind.SIGN_IN);
    write("2031-02-01T00:00:00Z", LogKind.ACCOUNT_CONNECTED);
    write("2029-02-01T00:00:00Z", LogKind.QR_SHOWN);

    months("2031-04-01T00:00:00Z", 2).run();

    assertThat(read()).containsExactly(LogKind.ACCOUNT_CONNECTED);
    assertThat(months("2031-04-01T00:00:00Z", 2).partitions())
        .contains("integration_logs_2031_02", "integration_logs_rest")
        .doesNotContain("integration_logs_2031_01");
  }

  @Test
  void zero_months_keep_everything() {
    write("1999-01-31T23:59:59Z", LogKind.SIGN_IN);

    months("2031-04-01T00:00:00Z", 0).run();

    assertThat(read()).containsExactly(LogKind.SIGN_IN);
  }

  @Test
  void nothing_is_changed_while_another_process_does_it() {
    Claim others = claims.take("journal-months", () -> {}).orElseThrow();
    months("2031-05-06T00:00:00Z", 1).run();
    others.close();

    assertThat(months("2031-05-06T00:00:00Z", 1).partitions())
        .doesNotContain("integration_logs_2031_05");
  }

  @Test
  void the_lines_of_an_older_version_are_taken_over_in_their_order() {
    DatabaseSettings old = TestPostgres.freshDatabase();
    JdbcClient sql = oldDatabase(old);
    for (String at :
        List.of("2020-02-03T00:00:00Z", "2020-02-03T00:00:00Z", "2026-01-01T00:00:00Z")) {
      sql.sql(
              """
              insert into integration.integration_logs (id, at, member_id, kind, result)
              values (gen_random_uuid(), cast(? as timestamptz), ?, 'SIGN_IN', 'OK')
              """)
          .params(at, MEMBER)
          .update();
    }

    try (ServiceDatabase renewed = ServiceDatabase.open("integration", old)) {
      Journal journal = new Journal(renewed, () -> Instant.parse("2026-01-01T00:00:00Z"));
      journal.write(Act.ok(MEMBER, null, LogKind.QR_SHOWN));
      List<LogEntry> lines = journal.read(LogFilter.of(ALL, ANY), LogCursor.newest(10));

      assertThat(lines).extracting(LogEntry::seq).containsExactly(4L, 3L, 2L, 1L);
      assertThat(lines.get(1).traceId()).isEqualTo(lines.get(1).id());
      assertThat(new JournalMonths(renewed, claims, Instant::now, 0).partitions())
          .contains("integration_logs_2020_02", "integration_logs_2026_01");
    }
  }

  private static JdbcClient oldDatabase(DatabaseSettings settings) {
    var source =
        new DriverManagerDataSource(
            settings.url(), settings.username(), settings.password().reveal());
    Flyway.configure()
        .dataSource(source)
        .schemas("integration")
        .defaultSchema("integration")
        .createSchemas(true)
        .locations("classpath:migrations/integration")
        .target("61")
        .load()
        .migrate();
    return JdbcClient.create(source);
  }
}
