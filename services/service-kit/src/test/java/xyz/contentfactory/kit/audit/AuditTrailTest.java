package xyz.contentfactory.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.kit.database.Transactions;
import xyz.contentfactory.kit.identity.ClientAddress;

class AuditTrailTest {
  private static final DatabaseSettings SETTINGS = TestPostgres.freshDatabase();
  private static final ServiceDatabase DATABASE = ServiceDatabase.open("kit_test", SETTINGS);
  private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

  private final Audit audit = new AuditTrail(DATABASE, InstantSource.fixed(NOW), new JsonMapper());

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void readTheLog() {
    lines.start();
    ((Logger) LoggerFactory.getLogger("audit")).addAppender(lines);
  }

  @AfterEach
  void readItNoMore() {
    ((Logger) LoggerFactory.getLogger("audit")).detachAppender(lines);
  }

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  private static AuditEntry entry(UUID member) {
    return new AuditEntry(
        member, "thing.done", Outcome.OK, new ClientAddress("127.0.0.1"), Map.of("a", "b\"c"));
  }

  private static List<@Nullable String> rowsOf(UUID member) {
    return DATABASE
        .sql()
        .sql(
            """
            select to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' ' || action || ' '
                   || outcome || ' ' || address || ' ' || (details->>'a')
              from audit_trail where member_id = :member
            """)
        .param("member", member)
        .query(String.class)
        .list();
  }

  @Test
  void an_act_is_a_row_with_who_what_when_and_from_where() {
    UUID member = UUID.randomUUID();
    audit.record(entry(member));

    assertThat(rowsOf(member)).containsExactly("2030-01-01 12:00 thing.done OK 127.0.0.1 b\"c");
  }

  @Test
  void the_row_and_the_line_of_the_log_have_one_id_and_say_the_same() {
    UUID member = UUID.randomUUID();
    audit.record(entry(member));
    UUID row =
        DATABASE
            .sql()
            .sql("select id from audit_trail where member_id = :member")
            .param("member", member)
            .query(UUID.class)
            .single();

    assertThat(lines.list).hasSize(1);
    assertThat(
            lines.list.getFirst().getKeyValuePairs().stream()
                .collect(Collectors.toMap(pair -> pair.key, pair -> pair.value)))
        .isEqualTo(
            Map.of(
                "audit.id",
                row,
                "audit.member",
                member,
                "audit.action",
                "thing.done",
                "audit.outcome",
                Outcome.OK,
                "audit.address",
                "127.0.0.1",
                "audit.details",
                "{\"a\":\"b\\\"c\"}"));
  }

  @Test
  void an_act_that_is_rolled_back_leaves_no_trace() {
    UUID member = UUID.randomUUID();
    assertThatIllegalStateException()
        .isThrownBy(() ->
            DATABASE.inTransaction(() -> {
              audit.record(entry(member));
              throw new IllegalStateException("undone");
            }));

    assertThat(rowsOf(member)).isEmpty();
    assertThat(lines.list).isEmpty();
  }

  @Test
  void effects_wait_for_the_commit_and_io_is_refused_inside() {
    List<String> order = new ArrayList<>();
    DATABASE.inTransaction(() -> {
      Transactions.afterCommit(() -> order.add("effect"));
      order.add("work");
      assertThatIllegalStateException().isThrownBy(Transactions::mustNotBeOpen);
    });
    Transactions.mustNotBeOpen();
    Transactions.afterCommit(() -> order.add("at once"));

    assertThat(order).containsExactly("work", "effect", "at once");
  }

  @Test
  void a_database_is_ready_until_it_is_gone_and_opens_again_as_it_was() {
    ServiceDatabase second = ServiceDatabase.open("kit_test", SETTINGS);
    assertThat(second.isReady()).isTrue();
    second.close();
    assertThat(second.isReady()).isFalse();
  }

  @Test
  void a_schema_without_migrations_is_refused() {
    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> ServiceDatabase.open("no_such", SETTINGS));
  }
}
