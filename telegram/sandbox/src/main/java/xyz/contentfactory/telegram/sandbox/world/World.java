package xyz.contentfactory.telegram.sandbox.world;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import xyz.contentfactory.telegram.crypto.Entropy;

/// Everything that exists in the sandbox. All of it is read and changed inside [#change], by one
/// thread at a time; what others must hear of is told once it is safely on the disk.
public final class World implements AutoCloseable {

  private final WorldStore store;
  private final InstantSource clock;
  private final Identity identity;
  private final People people;
  private final Channels channels;
  private final Mailboxes mailboxes;
  private final Keys keys;
  private final Faults faults;
  private final LoginCodes codes;
  private final Writing writing;
  private final Logins logins;
  private final CloudPasswords cloudPasswords;
  private final Transfers transfers;
  private List<Outcome> outcomes = new ArrayList<>();

  private World(WorldStore store, InstantSource clock, Entropy entropy) {
    this.store = store;
    this.clock = clock;
    identity = Identity.of(store, entropy);
    people = new People(store);
    channels = new Channels(store);
    mailboxes = new Mailboxes(store);
    keys = new Keys(store);
    faults = new Faults(store);
    codes = new LoginCodes(store);
    writing = new Writing(channels, mailboxes, new RandomIds(store), o -> outcomes.add(o));
    logins = new Logins(people, codes, mailboxes, writing, keys, entropy);
    cloudPasswords = new CloudPasswords(store, entropy);
    transfers = new Transfers(store, entropy);
  }

  /// Opens the world in the folder, or makes the first one there.
  public static World open(Path folder, InstantSource clock, Entropy entropy) {
    WorldStore store = WorldStore.open(folder.resolve("world.mv"));
    World world = store.change(() -> new World(store, clock, entropy));
    world.change(
        _ -> {},
        () -> {
          if (world.people.isEmpty()) {
            PremadeWorld.shipped().settle(world);
          }
          world.keys.sweep(world.now());
          world.codes.sweep(world.now());
          return true;
        });
    return world;
  }

  /// Runs the work alone, commits, and then tells what happened, also when the work was refused.
  public <T> T change(Consumer<List<Outcome>> listener, Supplier<T> work) {
    List<Outcome> happened = new ArrayList<>();
    try {
      T result =
          store.change(() -> {
            outcomes = happened;
            return work.get();
          });
      listener.accept(happened);
      return result;
    } catch (Refusal refusal) {
      listener.accept(happened);
      throw refusal;
    }
  }

  /// Only looks, or changes what nobody needs to be told.
  public <T> T look(Supplier<T> work) {
    return store.change(work);
  }

  /// The server's time in seconds, as Telegram counts it.
  public int now() {
    return (int) clock.instant().getEpochSecond();
  }

  public InstantSource clock() {
    return clock;
  }

  public Identity identity() {
    return identity;
  }

  public AccessHashes accessHashes() {
    return identity.accessHashes();
  }

  public People people() {
    return people;
  }

  public Channels channels() {
    return channels;
  }

  public Mailboxes mailboxes() {
    return mailboxes;
  }

  public Keys keys() {
    return keys;
  }

  public Faults faults() {
    return faults;
  }

  public LoginCodes codes() {
    return codes;
  }

  public Writing writing() {
    return writing;
  }

  public Logins logins() {
    return logins;
  }

  public CloudPasswords cloudPasswords() {
    return cloudPasswords;
  }

  public Transfers transfers() {
    return transfers;
  }

  @Override
  public void close() {
    store.close();
  }
}
