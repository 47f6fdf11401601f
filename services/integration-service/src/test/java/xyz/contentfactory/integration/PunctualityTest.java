package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import xyz.contentfactory.integration.support.MovableClock;
import xyz.contentfactory.integration.support.NodeProcess;
import xyz.contentfactory.integration.support.SandboxWorld;
import xyz.contentfactory.integration.support.Seeding;
import xyz.contentfactory.integration.support.TestNode;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.TestPostgres;

/// Many planned posts of many accounts fall due within a short time: each goes out once, and how
/// late is measured. Here it is small and only the first is judged, by the sandbox's own record;
/// `./factory bench punctuality` takes 10,000 posts over 1,000 accounts within one minute.
class PunctualityTest {
  private static final int ACCOUNTS = Integer.getInteger("cf.punctuality.accounts", 12);
  private static final int POSTS = Integer.getInteger("cf.punctuality.posts", 120);
  private static final Duration SPAN =
      Duration.ofSeconds(Integer.getInteger("cf.punctuality.seconds", 4));
  private static final Duration BEFORE = Duration.ofSeconds(3);
  private static final Duration PATIENCE =
      Duration.ofSeconds(Integer.getInteger("cf.punctuality.patience", 120));

  private final DatabaseSettings database = TestPostgres.freshDatabase();
  private final JdbcClient sql =
      JdbcClient.create(new DriverManagerDataSource(database.url(), "postgres", "postgres"));

  @Test
  void planned_posts_go_out_once_each_by_themselves() throws Exception {
    Path keyring = Files.createTempDirectory("punctuality").resolve("keyring");
    UUID member = UUID.randomUUID();
    try (SandboxWorld sandbox = SandboxWorld.start(new MovableClock())) {
      Map<String, Object> settings = TestNode.settings(database, sandbox.address(), keyring);
      settings.put("integration-service.sweep-every", "1h");
      seed(settings, sandbox, member);
      settings.put("integration-service.sweep-every", "2s");
      settings.put("integration-service.lease-time", "12s");
      try (NodeProcess node = NodeProcess.start(settings)) {
        awaitCount(
            ACCOUNTS,
            """
            select count(distinct a.id) from integration.telegram_sessions a
              join integration.telegram_channels c on c.account_id = a.id where a.state = 'CONNECTED'
            """);
        Duration cpuBefore = node.cpu();
        Instant first = plan(member);
        awaitCount(POSTS, "select count(*) from integration.deliveries where state = 'SENT'");
        report(node, node.cpu().minus(cpuBefore), first);
      }
      compare(sandbox);
    }
    assertThat(
            count("select count(*) from integration.deliveries where first_tried_at < planned_at"))
        .isZero();
  }

  private static void seed(Map<String, Object> settings, SandboxWorld sandbox, UUID member) {
    try (TestNode node = TestNode.start(settings, new MovableClock())) {
      Awaitility.await()
          .until(node.bean(xyz.contentfactory.integration.network.TelegramGate.class)::isReady);
      new Seeding(node, sandbox, member).accounts(ACCOUNTS);
    }
  }

  /// Spreads the posts evenly over the span and over the accounts, as if they had been planned long
  /// before.
  private Instant plan(UUID member) {
    Instant first = Instant.now().plus(BEFORE);
    sql.sql(
            """
            insert into integration.deliveries (id, member_id, account_id, channel_id, channel_title, body, entities,
              random_id, state, planned_at, due_at, idempotency_key, body_hash, created_at)
            select gen_random_uuid(), :member, c.account_id, c.id, c.title, 'post ' || n, '[]', n, 'PLANNED',
              at, at, 'punctual-' || n, '', now()
              from (select n, cast(:first as timestamptz) + n * make_interval(secs => :apart) as at, n % :accounts as turn
                      from generate_series(1, :posts) n) wanted
              join (select *, row_number() over (order by account_id) - 1 as turn from integration.telegram_channels
                     where owner) c using (turn)
             order by n
            """)
        .param("member", member)
        .param("first", first.toString())
        .param("apart", SPAN.toMillis() / 1000.0 / POSTS)
        .param("posts", POSTS)
        .param("accounts", ACCOUNTS)
        .update();
    return first;
  }

  /// With the sandbox's own record of its channels.
  private void compare(SandboxWorld sandbox) {
    List<String> posts =
        sql
            .sql("select telegram_id from integration.telegram_channels where owner")
            .query((row, number) -> sandbox.posts(row.getString("telegram_id")))
            .list()
            .stream()
            .flatMap(List::stream)
            .map(post -> post.get("text").asString())
            .filter(text -> text.startsWith("post "))
            .toList();
    int again = count("select count(*) from integration.deliveries where attempts > 1");
    long lost = POSTS - posts.stream().distinct().count();
    long doubled = posts.size() - posts.stream().distinct().count();
    System.out.printf(
        "punctuality: %d lost, %d doubled, %d needed a second attempt%n", lost, doubled, again);
    assertThat(List.of(lost, doubled)).containsExactly(0L, 0L);
  }

  private void awaitCount(int wanted, String question) {
    Awaitility.await(question)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(() -> count(question) == wanted);
  }

  private int count(String question) {
    return sql.sql(question).query(Integer.class).single();
  }

  /// By the journal: Telegram's own time of a post has no parts of a second.
  private void report(NodeProcess node, Duration cpu, Instant first) {
    double[] late =
        sql.sql(
                """
                select percentile_cont(array[0.5, 0.9, 0.99, 1.0]) within group (order by extract(epoch from l.at - d.planned_at))
                  from integration.deliveries d
                  join integration.integration_logs l on l.trace_id = d.id and l.kind = 'DELIVERY_SENT'
                """)
            .query((row, number) -> doubles((Double[]) row.getArray(1).getArray()))
            .single();
    System.out.printf(
        "punctuality: %d posts of %d accounts due within %d s, all sent %.1f s after the first was due%n",
        POSTS,
        ACCOUNTS,
        SPAN.toSeconds(),
        Duration.between(first, Instant.now()).toMillis() / 1000.0);
    System.out.printf(
        "punctuality: lateness p50 %.3f s, p90 %.3f s, p99 %.3f s, worst %.3f s%n",
        late[0], late[1], late[2], late[3]);
    System.out.printf(
        "punctuality: processor %.1f s, resident memory %d MB (heap at most 256 MB)%n",
        cpu.toMillis() / 1000.0, node.residentMegabytes());
  }

  private static double[] doubles(Double[] boxed) {
    double[] values = new double[boxed.length];
    for (int i = 0; i < boxed.length; i++) {
      values[i] = boxed[i];
    }
    return values;
  }
}
