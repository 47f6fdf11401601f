package xyz.contentfactory.telegram.sandbox.web;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.telegram.sandbox.world.Fault;
import xyz.contentfactory.telegram.sandbox.world.PhoneNumber;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.World;

/// Scripting faults: what shall go wrong, for whom, and how often.
final class FaultScript {

  private static final Set<String> FIELDS =
      Set.of("number", "method", "kind", "seconds", "times", "errorCode", "errorType");
  private static final Pattern ERROR_TYPE = Pattern.compile("[A-Z0-9_]{1,64}");
  private static final int DAY_SECONDS = 86_400;
  private static final int MOST_TIMES = 1_000_000;

  record Items(List<Fault> items) {}

  private final World world;
  private final Changes changes;

  FaultScript(World world, Changes changes) {
    this.world = world;
    this.changes = changes;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/sandbox/faults", _ -> all()),
        Route.of("POST", "/api/sandbox/faults", this::add),
        Route.of("DELETE", "/api/sandbox/faults", _ -> clear()),
        Route.of("DELETE", "/api/sandbox/faults/{id}", this::remove));
  }

  private Items all() {
    return new Items(world.look(() -> world.faults().all()));
  }

  private Fault add(HttpCall call) throws IOException {
    JsonNode wanted = call.body();
    wanted
        .propertyNames()
        .forEach(name -> {
          if (!FIELDS.contains(name)) {
            throw HttpProblem.invalid("A fault has no " + name + ".");
          }
        });
    try {
      Fault fault = read(wanted);
      return world.look(() -> world.faults().add(fault));
    } catch (Refusal e) {
      throw HttpProblem.invalid(
          e.type().equals("FAULTS_TOO_MUCH")
              ? "There are too many faults already."
              : "number is a test number such as 9996610001.");
    } finally {
      changes.mark();
    }
  }

  private static Fault read(JsonNode wanted) {
    Fault.Kind kind = Fields.choice(wanted, "kind", Fault.Kind.class);
    String number = Fields.text(wanted, "number");
    @Nullable String errorType = Fields.text(wanted, "errorType");
    if (kind == Fault.Kind.RPC_ERROR
        && (errorType == null || !ERROR_TYPE.matcher(errorType).matches())) {
      throw HttpProblem.invalid("An RPC_ERROR needs an errorType such as CHAT_ADMIN_REQUIRED.");
    }
    return new Fault(
        0,
        number == null ? null : PhoneNumber.parse(number).digits(),
        Fields.text(wanted, "method"),
        kind,
        Fields.number(wanted, "seconds", 30, 1, DAY_SECONDS),
        Fields.number(wanted, "errorCode", 400, -999, 999),
        errorType,
        Fields.number(wanted, "times", 1, 1, MOST_TIMES));
  }

  private @Nullable Object clear() {
    world.look(() -> {
      world.faults().clear();
      return true;
    });
    return null;
  }

  private @Nullable Object remove(HttpCall call) {
    long id = call.id("id");
    if (!world.look(() -> world.faults().remove(id))) {
      throw HttpProblem.notFound("There is no such fault.");
    }
    return null;
  }
}
