package xyz.contentfactory.integration.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/// A node in a process of its own, its database and its Telegram, each of which can be broken while
/// posts are under way.
public final class CrashWorld implements AutoCloseable {
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);
  private static final int ACCEPTED = 300;

  private final SandboxWorld sandbox = SandboxWorld.start(new MovableClock());
  private final RestartablePostgres database = new RestartablePostgres();
  private final UUID member = UUID.randomUUID();
  private final Map<String, Object> settings;
  private final JdbcClient sql;
  private NodeProcess node;

  /// The node that answers now.
  private volatile Api api;

  public CrashWorld() {
    Path keyring = folder().resolve("keyring");
    settings = TestNode.settings(database.settings(), sandbox.address(), keyring);
    settings.put("integration-service.telegram.call-timeout", "3s");
    sql =
        JdbcClient.create(
            new DriverManagerDataSource(database.settings().url(), "postgres", "postgres"));
    node = NodeProcess.start(settings);
    api = new Api(node.address(), member);
    api.await("/mode", mode -> mode.path("ready").asBoolean());
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("crash");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Somebody with an account and a channel of their own.
  public final class Blogger {
    private final String phone;
    private final String telegramChannel;
    private final String channel;

    private Blogger(String phone, String telegramChannel, String channel) {
      this.phone = phone;
      this.telegramChannel = telegramChannel;
      this.channel = channel;
    }

    public String phone() {
      return phone;
    }

    /// Asks until the post is accepted, always with the same key, whoever answers by then.
    public void publish(String text) {
      String body = "{\"channelId\":\"%s\",\"text\":\"%s\"}".formatted(channel, text);
      String key = text.replace(' ', '-');
      while (!isAccepted(key, body)) {
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }

    private boolean isAccepted(String key, String body) {
      try {
        return api.publish(key, body).status() < ACCEPTED;
      } catch (UncheckedIOException nobodyAnswers) {
        return false;
      }
    }
  }

  public List<Blogger> connect(int count) {
    return IntStream.range(0, count).mapToObj(this::blogger).toList();
  }

  private Blogger blogger(int number) {
    String phone = "99966%d%04d".formatted(1 + number % 3, 5000 + number);
    sandbox.set(phone, "{\"name\":\"Blogger %d\"}".formatted(number));
    String telegramChannel = sandbox.found(phone, "Blog " + number);
    String account = api.connect(sandbox, phone);
    return new Blogger(phone, telegramChannel, api.channel(account, telegramChannel));
  }

  /// The next calls that send a post of this number end badly.
  public void breakPosts(String phone, String kind, int times) {
    sandbox.fault(
        "{\"number\":\"%s\",\"method\":\"messages.sendMessage\",\"kind\":\"%s\",\"times\":%d}"
            .formatted(phone, kind, times));
  }

  public void killAndStartAgain() {
    node.kill();
    node = NodeProcess.start(settings);
    api = api.at(node.address());
  }

  public void restartDatabase() {
    database.restart();
  }

  public List<String> postsOf(Blogger blogger) {
    return sandbox.posts(blogger.telegramChannel).stream()
        .map(post -> post.get("text").asString())
        .toList();
  }

  public int sent() {
    return count("select count(*) from integration.deliveries where state = 'SENT'");
  }

  /// What is not sent, and how it and its account stand.
  public List<String> unsent() {
    return sql.sql(
            """
            select concat_ws(' ', d.state, d.refusal_code, 'attempt', d.attempts, 'due', d.due_at, 'account',
                             a.shown_state, a.state_reason, 'lease', l.owner, l.expires_at, 'now', now())
              from integration.deliveries d
              join integration.telegram_sessions a on a.id = d.account_id
              left join integration.leases l on l.name = 'account/' || a.id
             where d.state <> 'SENT' order by d.account_id, d.planned_at
            """)
        .query((row, number) -> Objects.requireNonNull(row.getString(1)))
        .list();
  }

  public void awaitSent(int least, Duration patience) {
    Awaitility.await(least + " sent")
        .atMost(patience)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> sent() >= least);
  }

  public int attempts() {
    return count("select sum(attempts) from integration.deliveries");
  }

  /// Lines of the journal that say that a post was sent.
  public int sentLines() {
    return count("select count(*) from integration.integration_logs where kind = 'DELIVERY_SENT'");
  }

  private int count(String question) {
    return sql.sql(question).query(Integer.class).single();
  }

  /// Deliveries that remember another message than the one that Telegram has under their random id.
  public List<String> mismatches() {
    List<String> wrong = new ArrayList<>();
    sql.sql(
            """
            select c.telegram_id, d.random_id, d.message_number
              from integration.deliveries d join integration.telegram_channels c on c.id = d.channel_id
            """)
        .query((row, number) ->
            new long[] {
              row.getLong("telegram_id"), row.getLong("random_id"), row.getLong("message_number")
            })
        .list()
        .forEach(delivery -> {
          boolean stands =
              sandbox.posts(Long.toString(delivery[0])).stream()
                  .anyMatch(post -> isThat(post, delivery));
          if (!stands) {
            wrong.add("channel %d, message %d".formatted(delivery[0], delivery[2]));
          }
        });
    return wrong;
  }

  private static boolean isThat(JsonNode post, long[] delivery) {
    return post.path("randomId").asString("").equals(Long.toString(delivery[1]))
        && post.get("number").asLong() == delivery[2];
  }

  @Override
  public void close() {
    node.close();
    database.close();
    sandbox.close();
  }
}
