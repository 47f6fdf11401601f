package xyz.contentfactory.telegram.sandbox.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.telegram.sandbox.dc.DataCentres;
import xyz.contentfactory.telegram.sandbox.world.Bot;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Outcome;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.PhoneNumber;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.World;

/// Makes bots and puts them into channels, as people do by talking to BotFather and in a channel's
/// settings. Tokens are told on this machine only.
final class BotFather {

  /// A bot in full.
  record Listed(
      String id,
      String name,
      String username,
      String owner,
      int dc,
      String token,
      List<String> channels) {}

  record Items(List<Listed> items) {}

  private final World world;
  private final DataCentres dataCentres;
  private final Changes changes;

  BotFather(World world, DataCentres dataCentres, Changes changes) {
    this.world = world;
    this.dataCentres = dataCentres;
    this.changes = changes;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/sandbox/bots", this::all),
        Route.of("POST", "/api/sandbox/bots", this::make),
        Route.of("POST", "/api/sandbox/bots/{id}/token", this::renewToken),
        Route.of("PUT", "/api/sandbox/bots/{id}/channels/{channel}", this::promote),
        Route.of("DELETE", "/api/sandbox/bots/{id}/channels/{channel}", this::remove));
  }

  private Items all(HttpCall call) {
    local(call);
    return new Items(world.look(() -> world.bots().all().stream().map(this::listed).toList()));
  }

  private static void local(HttpCall call) {
    if (!call.fromLoopback()) {
      throw new HttpProblem(403, "not-allowed", "Tokens are told on this machine only.");
    }
  }

  private Listed listed(Bot bot) {
    Person person = world.people().get(bot.id());
    return new Listed(
        String.valueOf(bot.id()),
        person.name(),
        String.valueOf(person.username()),
        world.people().get(bot.ownerId()).phone(),
        person.dc(),
        bot.token(),
        world.channels().of(bot.id()).stream().map(c -> String.valueOf(c.id())).toList());
  }

  private Listed make(HttpCall call) throws IOException {
    local(call);
    JsonNode wanted = call.body();
    String owner = Fields.text(wanted, "owner", "");
    String name = Fields.text(wanted, "name", "");
    String username = Fields.text(wanted, "username", "");
    return changed(() -> {
      Person person = Numbers.person(world, PhoneNumber.parse(owner));
      return listed(world.bots().make(person, name, username, world.now()));
    });
  }

  private Listed renewToken(HttpCall call) {
    local(call);
    return changed(() -> listed(world.bots().renewToken(bot(call))));
  }

  private Listed promote(HttpCall call) throws IOException {
    local(call);
    @Nullable Set<String> rights = rights(call.body());
    return changed(() -> {
      world.bots().promote(bot(call), channel(call), rights);
      return listed(bot(call));
    });
  }

  private static @Nullable Set<String> rights(JsonNode wanted) {
    JsonNode given = wanted.get("rights");
    if (given == null) {
      return null;
    }
    Set<String> rights = new LinkedHashSet<>();
    given.forEach(one -> rights.add(one.asString()));
    return rights;
  }

  private Listed remove(HttpCall call) {
    local(call);
    return changed(() -> {
      world.bots().remove(bot(call), channel(call));
      return listed(bot(call));
    });
  }

  private Bot bot(HttpCall call) {
    return world.bots().get(call.id("id"));
  }

  private Channel channel(HttpCall call) {
    return world
        .channels()
        .find(call.id("channel"))
        .orElseThrow(() -> HttpProblem.notFound("There is no such channel."));
  }

  private <T> T changed(Supplier<T> work) {
    List<Outcome> outcomes = new ArrayList<>();
    try {
      return world.change(outcomes::addAll, work);
    } catch (Refusal e) {
      throw HttpProblem.invalid("Telegram would say " + e.type() + ".");
    } finally {
      dataCentres.tell(outcomes);
      changes.mark();
    }
  }
}
