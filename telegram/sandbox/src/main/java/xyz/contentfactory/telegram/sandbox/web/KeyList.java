package xyz.contentfactory.telegram.sandbox.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.world.KnownKey;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.World;

/// Which auth keys there are and who is logged in with them; an id is no secret, a key is never
/// told.
final class KeyList {

  /// An auth key by its id, in hexadecimal.
  record Listed(int dc, String id, boolean temporary, Instant createdAt, @Nullable String phone) {}

  record Items(List<Listed> items) {}

  private final World world;

  KeyList(World world) {
    this.world = world;
  }

  List<Route> routes() {
    return List.of(Route.of("GET", "/api/sandbox/keys", _ -> all()));
  }

  private Items all() {
    return new Items(world.look(() -> world.keys().all().map(this::listed).toList()));
  }

  private Listed listed(KnownKey key) {
    Long personId = key.personId();
    String phone =
        personId == null ? null : world.people().find(personId).map(Person::phone).orElse(null);
    return new Listed(
        key.dc(),
        Long.toHexString(key.id()),
        key.temporary(),
        Instant.ofEpochSecond(key.issue().createdSeconds()),
        phone);
  }
}
