package xyz.contentfactory.telegram.sandbox.dc;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.mtproto.session.ServerSession;
import xyz.contentfactory.telegram.sandbox.world.Outcome;
import xyz.contentfactory.telegram.sandbox.world.World;

/// What all data centres share.
///
/// @param listener hears of everything that happened, after the clients did
record Floor(
    World world, Entropy entropy, Calls calls, LiveKeys keys, Consumer<List<Outcome>> listener) {

  void told(List<Outcome> outcomes, @Nullable Long actor, @Nullable ServerSession session) {
    if (!outcomes.isEmpty()) {
      keys.tell(outcomes, actor, session);
      listener.accept(outcomes);
    }
  }
}
