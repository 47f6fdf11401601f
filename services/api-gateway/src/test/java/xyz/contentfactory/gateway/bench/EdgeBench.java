package xyz.contentfactory.gateway.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import xyz.contentfactory.kit.database.DatabaseSettings;
import xyz.contentfactory.kit.database.TestPostgres;

/// What the edge costs: `GET /api/auth/me` through it, with an access token, against the same
/// endpoint of the same service without it. Rounds take turns, so that both meet the same machine.
final class EdgeBench {
  private static final String ME = "/api/auth/me";
  private static final String MEMBER =
      """
      {"email":"bench@example.org","password":"a-lantern-for-every-window"}\
      """;
  private static final int CLIENTS = 2;
  private static final int WARM_UPS = 3;
  private static final int ROUNDS = 9;
  private static final Duration ROUND = Duration.ofSeconds(2);

  @TempDir private static Path keys;

  @Test
  void a_request_through_the_edge_and_without_it() throws Exception {
    DatabaseSettings database = TestPostgres.freshDatabase();
    try (BenchedApp edge = BenchedApp.start(BenchedApp.WithEdge.class, database, keys);
        BenchedApp bare = BenchedApp.start(BenchedApp.WithoutEdge.class, database, keys)) {
      String member = edge.post("/api/auth/register", MEMBER).path("id").asString();
      String token = edge.post("/api/auth/login", MEMBER).path("access_token").asString();
      compare(
          new Load("edge", CLIENTS, client -> edge.get(ME, "Authorization", "Bearer " + token)),
          new Load("no edge", CLIENTS, client -> bare.get(ME, "X-Member", member)));
    }
  }

  private static void compare(Load edge, Load bare) {
    List<Double> through = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = -WARM_UPS; round < ROUNDS; round++) {
      boolean edgeFirst = round % 2 == 0;
      double first = (edgeFirst ? edge : bare).during(ROUND);
      double second = (edgeFirst ? bare : edge).during(ROUND);
      if (round >= 0) {
        through.add(edgeFirst ? first : second);
        without.add(edgeFirst ? second : first);
        ratios.add(through.getLast() / without.getLast());
      }
    }
    System.out.println(Load.line("edge: GET /api/auth/me through the edge", through, "a second"));
    System.out.println(Load.line("edge: GET /api/auth/me without it", without, "a second"));
    System.out.println(Load.line("edge: through the edge / without it", ratios, "        "));
  }
}
