package xyz.contentfactory.telegram.sandbox.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.telegram.sandbox.dc.DataCentres;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Member;
import xyz.contentfactory.telegram.sandbox.world.Outcome;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.Topic;
import xyz.contentfactory.telegram.sandbox.world.Topics;
import xyz.contentfactory.telegram.sandbox.world.World;

/// What the creator of a group does on the phone to its topics.
final class Forums {

  record ListedTopic(int number, String title, boolean closed) {}

  record Listed(boolean forum, List<ListedTopic> topics) {}

  private final World world;
  private final DataCentres dataCentres;
  private final Changes changes;

  Forums(World world, DataCentres dataCentres, Changes changes) {
    this.world = world;
    this.dataCentres = dataCentres;
    this.changes = changes;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/api/sandbox/channels/{id}/topics", this::all),
        Route.of("POST", "/api/sandbox/channels/{id}/topics", this::begin),
        Route.of("PUT", "/api/sandbox/channels/{id}/topics/{topic}", this::edit),
        Route.of("PUT", "/api/sandbox/channels/{id}/forum", this::toggle));
  }

  static List<ListedTopic> listed(World world, long channelId) {
    return world.topics().of(channelId).stream()
        .map(t -> new ListedTopic(t.number(), t.title(), t.closed()))
        .toList();
  }

  private Listed listed(Channel channel) {
    return new Listed(world.topics().isForum(channel.id()), listed(world, channel.id()));
  }

  private Listed all(HttpCall call) {
    return world.look(() -> listed(channel(call)));
  }

  private Listed begin(HttpCall call) throws IOException {
    String title = Fields.text(call.body(), "title", "");
    return changed(
        call,
        (channel, creator) -> {
          Topics.Wish wish = new Topics.Wish(title, 0, null);
          Topic _ = world.topics().begin(creator, channel, wish, world.now());
        });
  }

  private Listed edit(HttpCall call) throws IOException {
    JsonNode wanted = call.body();
    int number = (int) Math.min(Integer.MAX_VALUE, call.id("topic"));
    @Nullable String title = Fields.text(wanted, "title");
    @Nullable Boolean closed = wanted.has("closed") ? Fields.truth(wanted, "closed") : null;
    return changed(
        call,
        (channel, creator) -> {
          Topic _ = world.topics().edit(creator, channel, number, title, closed);
        });
  }

  private Listed toggle(HttpCall call) throws IOException {
    boolean forum = Fields.truth(call.body(), "forum");
    return changed(call, (channel, creator) -> world.topics().toggle(creator, channel, forum));
  }

  private Channel channel(HttpCall call) {
    return world
        .channels()
        .find(call.id("id"))
        .orElseThrow(() -> HttpProblem.notFound("There is no such channel."));
  }

  private Person creator(Channel channel) {
    return world.channels().members(channel.id()).stream()
        .filter(m -> m.role() == Member.Role.CREATOR)
        .map(m -> world.people().get(m.personId()))
        .findFirst()
        .orElseThrow(() -> HttpProblem.notFound("This channel has no creator."));
  }

  private interface Act {
    void on(Channel channel, Person creator);
  }

  private Listed changed(HttpCall call, Act act) {
    List<Outcome> outcomes = new ArrayList<>();
    Supplier<Listed> work =
        () -> {
          Channel channel = channel(call);
          act.on(channel, creator(channel));
          return listed(channel);
        };
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
