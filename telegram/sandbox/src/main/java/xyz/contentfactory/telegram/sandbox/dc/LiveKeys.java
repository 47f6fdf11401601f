package xyz.contentfactory.telegram.sandbox.dc;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.mtproto.session.ServerSession;
import xyz.contentfactory.telegram.sandbox.api.AccountNews;
import xyz.contentfactory.telegram.sandbox.api.Views;
import xyz.contentfactory.telegram.sandbox.schema.Codec;
import xyz.contentfactory.telegram.sandbox.schema.LayeredSchema;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.AccountEvent;
import xyz.contentfactory.telegram.sandbox.world.ChannelEvent;
import xyz.contentfactory.telegram.sandbox.world.KnownKey;
import xyz.contentfactory.telegram.sandbox.world.Letter;
import xyz.contentfactory.telegram.sandbox.world.Member;
import xyz.contentfactory.telegram.sandbox.world.Outcome;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.World;

/// The keys that were heard lately, over all data centres; and the way by which everybody hears
/// what others did.
final class LiveKeys {

  /// Idle keys beyond this many are forgotten, the longest unheard first; they come back from the
  /// world with fresh sessions.
  private static final int MOST_KEYS = 4096;

  private record Name(int dc, long keyId) {}

  private final World world;
  private final Codec codec;
  private final Entropy entropy;
  private final UnreliablePost posts;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Name, LiveKey> live = new LinkedHashMap<>(64, 0.75f, true);

  LiveKeys(World world, Codec codec, Entropy entropy) {
    this.world = world;
    this.codec = codec;
    this.entropy = entropy;
    posts = new UnreliablePost(world);
  }

  Optional<LiveKey> find(int dc, long keyId) {
    Optional<KnownKey> stored =
        world.look(() -> world.keys().find(dc, keyId, world.now()).map(world.keys()::withLogin));
    return stored.map(this::alive);
  }

  private LiveKey alive(KnownKey stored) {
    lock.lock();
    try {
      Name name = new Name(stored.dc(), stored.id());
      LiveKey known = live.get(name);
      if (known != null) {
        return known;
      }
      LiveKey fresh = new LiveKey(stored, entropy);
      live.put(name, fresh);
      forgetSomeIdle();
      return fresh;
    } finally {
      lock.unlock();
    }
  }

  private void forgetSomeIdle() {
    if (live.size() > MOST_KEYS) {
      live.values().stream()
          .filter(LiveKey::isIdle)
          .findFirst()
          .ifPresent(idle -> live.remove(new Name(idle.dc(), idle.keyId())));
    }
  }

  void forget(int dc, long keyId) {
    lock.lock();
    try {
      live.remove(new Name(dc, keyId));
    } finally {
      lock.unlock();
    }
  }

  /// Tells all who should hear; the session that did it itself has it in its answer.
  void tell(List<Outcome> outcomes, @Nullable Long actor, @Nullable ServerSession session) {
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.LetterCame(Letter letter) -> tell(letter, actor, session);
        case Outcome.PostStands(Post post) -> tell(post, actor, session);
        case Outcome.PostsChanged(ChannelEvent event) -> tell(event, actor, session);
        case Outcome.AccountMoved(AccountEvent event) ->
            push(event.personId(), null, () -> AccountNews.update(world, event));
        case Outcome.QrTokenShown() -> {}
        case Outcome.QrTokenAccepted(int dc, long keyId) -> tellOfLogin(dc, keyId);
      }
    }
  }

  private void tell(Letter letter, @Nullable Long actor, @Nullable ServerSession session) {
    boolean own = letter.outgoing() && Long.valueOf(letter.ownerId()).equals(actor);
    push(
        letter.ownerId(),
        own ? session : null,
        () -> new Views(world, letter.ownerId()).update(letter));
  }

  private void tell(Post post, @Nullable Long actor, @Nullable ServerSession session) {
    boolean own = Long.valueOf(post.senderId()).equals(actor);
    List<Long> members =
        world.look(() ->
            world.channels().members(post.channelId()).stream().map(Member::personId).toList());
    for (long member : members) {
      push(
          member,
          own && post.senderId() == member ? session : null,
          () -> new Views(world, member).update(post));
    }
  }

  private void tell(ChannelEvent event, @Nullable Long actor, @Nullable ServerSession session) {
    List<Long> members =
        world.look(() ->
            world.channels().members(event.channelId()).stream().map(Member::personId).toList());
    for (long member : members) {
      push(
          member,
          Long.valueOf(member).equals(actor) ? session : null,
          () -> new Views(world, member).update(event));
    }
  }

  /// By key and not by person: nobody is logged in there yet.
  private void tellOfLogin(int dc, long permanentKeyId) {
    List<LiveKey> all = snapshot();
    List<LiveKey> shown =
        world.look(() ->
            all.stream()
                .filter(k -> k.dc() == dc && LayeredSchema.knows(k.layer()))
                .filter(k -> bearerOf(k) == permanentKeyId)
                .toList());
    Instant now = world.clock().instant();
    for (LiveKey key : shown) {
      key.push(codec.encode(Views.loginTokenUpdate(world.now()), key.layer()), null, now);
    }
  }

  private long bearerOf(LiveKey key) {
    return world
        .keys()
        .find(key.dc(), key.keyId(), world.now())
        .map(k -> world.keys().bearer(k).id())
        .orElse(key.keyId());
  }

  private List<LiveKey> snapshot() {
    lock.lock();
    try {
      return List.copyOf(live.values());
    } finally {
      lock.unlock();
    }
  }

  private void push(
      long personId, @Nullable ServerSession except, java.util.function.Supplier<TlValue> update) {
    List<LiveKey> keys = of(personId);
    if (keys.isEmpty()) {
      return;
    }
    TlValue value = world.look(update);
    for (TlValue each : posts.goingOut(personId, value)) {
      send(each, keys, except);
    }
  }

  private void send(TlValue value, List<LiveKey> keys, @Nullable ServerSession except) {
    Map<Integer, byte[]> byLayer = new HashMap<>();
    Instant now = world.clock().instant();
    for (LiveKey key : keys) {
      key.push(
          byLayer.computeIfAbsent(key.layer(), layer -> codec.encode(value, layer)), except, now);
    }
  }

  private List<LiveKey> of(long personId) {
    return snapshot().stream()
        .filter(k -> Long.valueOf(personId).equals(k.personId()))
        .filter(k -> LayeredSchema.knows(k.layer()))
        .toList();
  }
}
