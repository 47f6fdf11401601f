package xyz.contentfactory.gateway.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.kit.database.TestPostgres;
import xyz.contentfactory.user.UserServiceProperties;

/// How many people a second can sign in: `POST /api/auth/login` through the edge at the cost of
/// Argon2 that the product has without settings.
final class SignInBench {
  private static final int WARM_UPS = 2;
  private static final int ROUNDS = 7;
  private static final Duration ROUND = Duration.ofSeconds(4);

  @TempDir private static Path keys;

  @Test
  void sign_ins_by_one_client_and_by_as_many_as_there_are_cores() throws Exception {
    try (BenchedApp app =
        BenchedApp.start(BenchedApp.WithEdge.class, TestPostgres.freshDatabase(), keys)) {
      int cores = Runtime.getRuntime().availableProcessors();
      for (int member = 0; member < cores; member++) {
        app.post("/api/auth/register", member(member));
      }
      System.out.println("sign-in: " + app.bean(UserServiceProperties.class).password());
      Load.Request signIn = client -> app.post("/api/auth/login", member(client));
      measure(new Load("sign-in: one client", 1, signIn));
      measure(new Load("sign-in: " + cores + " clients", cores, signIn));
    }
  }

  private static String member(int number) {
    return "{\"email\":\"bench%d@example.org\",\"password\":\"a-lantern-for-every-window\"}"
        .formatted(number);
  }

  private static void measure(Load load) {
    List<Double> rounds = new ArrayList<>();
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      double answers = load.during(ROUND);
      if (round >= 0) {
        rounds.add(answers);
      }
    }
    System.out.println(Load.line(load.name(), rounds, "a second"));
  }
}
