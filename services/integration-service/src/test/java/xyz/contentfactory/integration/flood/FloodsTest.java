package xyz.contentfactory.integration.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.integration.problem.Whose;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.database.TestPostgres;

class FloodsTest {
  private static final UUID OLGA = UUID.randomUUID();
  private static final String SEND = "messages.sendMessage";

  private final ServiceDatabase database =
      ServiceDatabase.open("integration", TestPostgres.freshDatabase());
  private Instant now = Instant.parse("2031-02-03T04:05:06Z");
  private final Floods floods = new Floods(database, () -> now);

  @AfterEach
  void close() {
    database.close();
  }

  private UUID account(UUID member, String name) {
    UUID id = UUID.randomUUID();
    database
        .sql()
        .sql(
            """
            insert into telegram_sessions (id, member_id, state, stored_login_sealed, phone_masked, phone_hash,
              telegram_user_id, name, dc, connected_at)
            values (:id, :member, 'CONNECTED', '\\x00'::bytea, '+…', :name, :person, :name, 2, now())
            """)
        .param("id", id)
        .param("member", member)
        .param("name", name)
        .param("person", id.getMostSignificantBits() >>> 1)
        .update();
    return id;
  }

  private void pause(UUID account, String method, int seconds) {
    floods.write(account, new Pause(method, "FLOOD_WAIT_" + seconds, now.plusSeconds(seconds)));
  }

  @Test
  void a_running_wait_shows_its_end_and_an_ended_one_only_how_often() {
    UUID anna = account(OLGA, "Anna");
    pause(anna, SEND, 42);
    now = now.plusSeconds(60);
    pause(anna, "messages.getDialogs", 600);

    var waits = floods.now(new Whose(OLGA), null);

    assertThat(waits).extracting(FloodWait::method).containsExactly("messages.getDialogs", SEND);
    assertThat(waits.getFirst().until()).isEqualTo(now.plusSeconds(600));
    assertThat(waits.getLast().until()).isNull();
    assertThat(waits.getLast().times()).isEqualTo(1);
    assertThat(waits.getLast().telegramType()).isEqualTo("FLOOD_WAIT_42");
  }

  @Test
  void waits_of_a_method_are_counted_over_a_day_and_the_longest_of_them_is_told() {
    UUID anna = account(OLGA, "Anna");
    pause(anna, SEND, 900);
    now = now.plus(Duration.ofHours(23));
    pause(anna, SEND, 30);
    now = now.plus(Duration.ofMinutes(30));
    assertThat(floods.now(new Whose(OLGA), anna))
        .singleElement()
        .satisfies(wait -> {
          assertThat(wait.times()).isEqualTo(2);
          assertThat(wait.longestSeconds()).isEqualTo(900);
        });

    now = now.plus(Duration.ofMinutes(31));
    assertThat(floods.now(new Whose(OLGA), anna))
        .singleElement()
        .satisfies(wait -> assertThat(wait.times()).isEqualTo(1));
  }

  @Test
  void a_wait_that_began_before_yesterday_is_shown_while_it_runs() {
    UUID anna = account(OLGA, "Anna");
    pause(anna, SEND, (int) Duration.ofDays(3).toSeconds());
    now = now.plus(Duration.ofDays(2));

    assertThat(floods.now(new Whose(OLGA), null))
        .singleElement()
        .satisfies(wait -> {
          assertThat(wait.until()).isEqualTo(now.plus(Duration.ofDays(1)));
          assertThat(wait.times()).isZero();
        });
  }

  @Test
  void a_member_sees_their_own_accounts_only() {
    pause(account(UUID.randomUUID(), "Pavel"), SEND, 42);

    assertThat(floods.now(new Whose(OLGA), null)).isEmpty();
    assertThat(floods.now(new Whose(null), null)).hasSize(1);
  }

  @Test
  void what_is_long_over_is_forgotten_with_the_next_wait() {
    UUID anna = account(OLGA, "Anna");
    pause(anna, SEND, 42);
    now = now.plus(Duration.ofDays(31));
    pause(anna, SEND, 42);

    assertThat(database.sql().sql("select count(*) from flood_waits").query(Integer.class).single())
        .isEqualTo(1);
  }
}
