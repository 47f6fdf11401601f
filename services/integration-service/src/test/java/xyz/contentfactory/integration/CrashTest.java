package xyz.contentfactory.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import xyz.contentfactory.integration.support.CrashWorld;
import xyz.contentfactory.integration.support.CrashWorld.Blogger;

/// Posts are under way over many accounts while the process is killed at random (-9), connections
/// are cut, answers are lost and PostgreSQL is restarted. Then the sandbox's own record is compared
/// with the deliveries: none lost, none doubled, in the order of each channel.
///
/// Here it is short; `./factory bench crash` runs it with more of everything.
class CrashTest {
  private static final int ACCOUNTS = Integer.getInteger("cf.crash.accounts", 8);
  private static final int POSTS_EACH = Integer.getInteger("cf.crash.posts", 15);
  private static final int KILLS = Integer.getInteger("cf.crash.kills", 2);
  private static final int RESTARTS = Integer.getInteger("cf.crash.restarts", 1);
  private static final Duration PATIENCE =
      Duration.ofSeconds(Integer.getInteger("cf.crash.patience", 150));

  /// Another one finds other moments; the same one finds the same again.
  private static final long SEED = Long.getLong("cf.crash.seed", 7);

  private static final List<String> NASTY =
      List.of("CLOSE", "EXECUTE_AND_CLOSE", "DROP_ANSWER", "STALL");

  private final Random random = new Random(SEED);
  private int faults;

  @Test
  void nothing_is_lost_or_doubled_and_the_order_stays_through_kills_cuts_and_restarts()
      throws InterruptedException {
    try (CrashWorld world = new CrashWorld()) {
      List<Blogger> bloggers = world.connect(ACCOUNTS);
      List<Thread> planning = bloggers.stream().map(this::plan).toList();
      for (int kill = 0; kill < KILLS; kill++) {
        breakAnswers(world, bloggers);
        world.awaitSent(posts() * (kill + 1) / (KILLS + RESTARTS + 2), PATIENCE);
        world.killAndStartAgain();
      }
      for (int restart = 0; restart < RESTARTS; restart++) {
        breakAnswers(world, bloggers);
        world.restartDatabase();
      }
      breakAnswers(world, bloggers);
      for (Thread thread : planning) {
        assertThat(thread.join(PATIENCE)).isTrue();
      }
      Awaitility.await("all are sent")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(200))
          .untilAsserted(() -> assertThat(world.unsent()).isEmpty());
      compare(world, bloggers);
    }
  }

  private static int posts() {
    return ACCOUNTS * POSTS_EACH;
  }

  private Thread plan(Blogger blogger) {
    return Thread.ofVirtual()
        .name("blogger " + blogger.phone())
        .start(() -> texts(blogger).forEach(blogger::publish));
  }

  private static List<String> texts(Blogger blogger) {
    return IntStream.range(0, POSTS_EACH)
        .mapToObj(number -> "post %d of %s".formatted(number, blogger.phone()))
        .toList();
  }

  /// Each account loses some of its next answers, or the connection with them.
  private void breakAnswers(CrashWorld world, List<Blogger> bloggers) {
    for (Blogger blogger : bloggers) {
      String kind = NASTY.get(random.nextInt(NASTY.size()));
      int times = kind.equals("STALL") ? 1 : 1 + random.nextInt(2);
      world.breakPosts(blogger.phone(), kind, times);
      faults += times;
    }
  }

  private void compare(CrashWorld world, List<Blogger> bloggers) {
    int lost = 0;
    int doubled = 0;
    int disordered = 0;
    for (Blogger blogger : bloggers) {
      List<String> wanted = texts(blogger);
      List<String> found = world.postsOf(blogger);
      List<String> once = found.stream().distinct().toList();
      doubled += found.size() - once.size();
      lost += (int) wanted.stream().filter(text -> !once.contains(text)).count();
      disordered += once.equals(wanted.stream().filter(once::contains).toList()) ? 0 : 1;
    }
    System.out.printf(
        "crash: seed %d, %d accounts, %d deliveries in %d attempts; %d kills, %d restarts of"
            + " PostgreSQL, %d broken answers: %d lost, %d doubled, %d channels out of order%n",
        SEED,
        ACCOUNTS,
        posts(),
        world.attempts(),
        KILLS,
        RESTARTS,
        faults,
        lost,
        doubled,
        disordered);
    assertThat(List.of(lost, doubled, disordered)).containsExactly(0, 0, 0);
    assertThat(world.mismatches()).isEmpty();
    assertThat(world.sentLines()).isEqualTo(posts());
  }
}
