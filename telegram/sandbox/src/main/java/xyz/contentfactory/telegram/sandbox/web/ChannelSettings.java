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
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Member;
import xyz.contentfactory.telegram.sandbox.world.Outcome;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.World;

/// What the owner of a channel does in its settings on the phone: its names, the people in it and
/// their rights, and its end. Everybody concerned hears of it as Telegram would tell them.
final class ChannelSettings {

  private static final int MOST_TITLE = 128;

  /// A channel as it is now.
  record Named(String id, String title, @Nullable String username) {}

  /// Somebody in a channel.
  record Placed(String phone, String role, List<String> rights) {}

  private final World world;
  private final DataCentres dataCentres;
  private final Changes changes;

  ChannelSettings(World world, DataCentres dataCentres, Changes changes) {
    this.world = world;
    this.dataCentres = dataCentres;
    this.changes = changes;
  }

  List<Route> routes() {
    return List.of(
        Route.of("PUT", "/api/sandbox/channels/{id}", this::rename),
        Route.of("DELETE", "/api/sandbox/channels/{id}", this::delete),
        Route.of("PUT", "/api/sandbox/channels/{id}/members/{phone}", this::put),
        Route.of("DELETE", "/api/sandbox/channels/{id}/members/{phone}", this::expel));
  }

  private Named rename(HttpCall call) throws IOException {
    JsonNode wanted = call.body();
    return changed(() -> {
      Channel old = channel(call);
      String title = Fields.text(wanted, "title", old.title()).strip();
      if (title.isEmpty() || title.length() > MOST_TITLE) {
        throw HttpProblem.invalid("A title has 1 to 128 characters.");
      }
      String username = wanted.has("username") ? Fields.text(wanted, "username") : old.username();
      Channel renamed = world.memberships().rename(old, title, username);
      return new Named(String.valueOf(renamed.id()), renamed.title(), renamed.username());
    });
  }

  private @Nullable Object delete(HttpCall call) {
    var _ =
        changed(() -> {
          world.memberships().delete(channel(call));
          return true;
        });
    return null;
  }

  private Placed put(HttpCall call) throws IOException {
    JsonNode wanted = call.body();
    Member.Role role = Fields.choice(wanted, "role", Member.Role.class);
    Set<String> rights = rights(wanted);
    return changed(() -> {
      var person = Numbers.person(world, call.phone());
      world.memberships().put(channel(call), person, role, rights);
      return new Placed(person.phone(), role.name(), List.copyOf(rights));
    });
  }

  private static Set<String> rights(JsonNode wanted) {
    Set<String> rights = new LinkedHashSet<>();
    JsonNode given = wanted.get("rights");
    if (given != null) {
      given.forEach(one -> rights.add(one.asString()));
    }
    return rights;
  }

  private @Nullable Object expel(HttpCall call) {
    var _ =
        changed(() -> {
          world.memberships().expel(channel(call), Numbers.person(world, call.phone()));
          return true;
        });
    return null;
  }

  private Channel channel(HttpCall call) {
    return world
        .channels()
        .find(call.id("id"))
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
