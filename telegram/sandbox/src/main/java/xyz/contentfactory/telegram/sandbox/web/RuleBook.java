package xyz.contentfactory.telegram.sandbox.web;

import java.io.IOException;
import java.util.List;
import xyz.contentfactory.telegram.sandbox.world.Rules.SecondConnection;
import xyz.contentfactory.telegram.sandbox.world.World;

/// The rules that can be chosen.
final class RuleBook {

  record Chosen(SecondConnection secondConnection) {}

  private final World world;

  RuleBook(World world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/sandbox/rules", _ -> chosen()),
        Route.of("PUT", "/api/sandbox/rules", this::choose));
  }

  private Chosen chosen() {
    return new Chosen(world.look(() -> world.rules().secondConnection()));
  }

  private Chosen choose(HttpCall call) throws IOException {
    SecondConnection rule = Fields.choice(call.body(), "secondConnection", SecondConnection.class);
    return world.look(() -> {
      world.rules().secondConnection(rule);
      return new Chosen(rule);
    });
  }
}
