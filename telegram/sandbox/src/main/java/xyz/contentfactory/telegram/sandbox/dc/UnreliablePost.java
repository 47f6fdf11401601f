package xyz.contentfactory.telegram.sandbox.dc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Fault;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.World;

/// Loses, repeats and mixes up what is pushed, where the script of faults says so. What it holds
/// back is lost with the process, as a push may be.
final class UnreliablePost {
  private final World world;
  private final Map<Long, TlValue> heldBack = new ConcurrentHashMap<>();

  UnreliablePost(World world) {
    this.world = world;
  }

  /// What goes out in the place of this, in order.
  List<TlValue> goingOut(long personId, TlValue update) {
    Fault.@Nullable Kind fault = world.look(() -> fault(personId)).map(Fault::kind).orElse(null);
    if (fault == Fault.Kind.DROP_UPDATE) {
      return List.of();
    }
    if (fault == Fault.Kind.SWAP_UPDATES && heldBack.putIfAbsent(personId, update) == null) {
      return List.of();
    }
    TlValue late = heldBack.remove(personId);
    if (late != null) {
      return List.of(update, late);
    }
    return fault == Fault.Kind.REPEAT_UPDATE ? List.of(update, update) : List.of(update);
  }

  private Optional<Fault> fault(long personId) {
    return world
        .people()
        .find(personId)
        .map(Person::phone)
        .flatMap(phone -> world.faults().strikeUpdates(phone));
  }
}
