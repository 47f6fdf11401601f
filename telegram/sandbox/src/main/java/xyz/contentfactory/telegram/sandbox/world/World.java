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

  /// 4 GB: two of the largest files.
  public static final long USUAL_FILES_BYTES = 4L << 30;

  private final WorldStore store;
  private final InstantSource clock;
  private final Identity identity;
  private final People people;
  private final Channels channels;
  private final AccountLog log;
  private final Memberships memberships;
  private final Mailboxes mailboxes;
  private final Keys keys;
  private final Faults faults;
  private final LoginCodes codes;
  private final Writing writing;
  private final Editing editing;
  private final Logins logins;
  private final CloudPasswords cloudPasswords;
  private final Transfers transfers;
  private final QrTokens qrTokens;
  private final Bots bots;
  private final Topics topics;
  private final Voices voices;
  private final Rules rules;
  private final Uploads uploads;
  private final MediaFiles files;
  private List<Outcome> outcomes = new ArrayList<>();

  private World(WorldStore store, FileDisk disk, InstantSource clock, Entropy entropy) {
    this.store = store;
    this.clock = clock;
    identity = Identity.of(store, entropy);
    people = new People(store);
    channels = new Channels(store, this::now);
    log = new AccountLog(store, o -> outcomes.add(o));
    memberships = new Memberships(channels, people, log, this::now);
    mailboxes = new Mailboxes(store);
    keys = new Keys(store);
    faults = new Faults(store);
    codes = new LoginCodes(store);
    RandomIds randomIds = new RandomIds(store);
    topics = new Topics(store, channels, randomIds, memberships, o -> outcomes.add(o));
    voices = new Voices(channels);
    writing = new Writing(channels, mailboxes, randomIds, topics, voices, o -> outcomes.add(o));
    editing = new Editing(channels, o -> outcomes.add(o));
    logins = new Logins(people, codes, mailboxes, writing, keys, entropy);
    cloudPasswords = new CloudPasswords(store, entropy);
    transfers = new Transfers(store, entropy);
    qrTokens = new QrTokens(store, keys, entropy, o -> outcomes.add(o));
    rules = new Rules(store);
    uploads = new Uploads(store, disk);
    files = new MediaFiles(store, uploads, identity.accessHashes(), entropy);
    bots = new Bots(store, people, channels, memberships, entropy);
  }

  /// Opens the world in the folder, or makes the first one there.
  public static World open(Path folder, InstantSource clock, Entropy entropy) {
    return open(folder, USUAL_FILES_BYTES, clock, entropy);
  }

  /// Opens it with a limit.
  ///
  /// @param filesBytes how much of the disk the contents of files may take
  public static World open(Path folder, long filesBytes, InstantSource clock, Entropy entropy) {
    WorldStore store = WorldStore.open(folder.resolve("world.mv"));
    World world =
        store.change(() -> {
          FileDisk disk = FileDisk.open(folder.resolve("files"), filesBytes);
          return new World(store, disk, clock, entropy);
        });
    world.change(
        _ -> {},
        () -> {
          if (world.people.isEmpty()) {
            PremadeWorld.shipped().settle(world);
          }
          world.keys.sweep(world.now());
          world.codes.sweep(world.now());
          world.qrTokens.sweep(world.now());
          world.uploads.sweep(clock.instant());
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

  public AccountLog log() {
    return log;
  }

  public Memberships memberships() {
    return memberships;
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

  public Editing editing() {
    return editing;
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

  public QrTokens qrTokens() {
    return qrTokens;
  }

  public Rules rules() {
    return rules;
  }

  public Uploads uploads() {
    return uploads;
  }

  public MediaFiles files() {
    return files;
  }

  public Bots bots() {
    return bots;
  }

  public Topics topics() {
    return topics;
  }

  public Voices voices() {
    return voices;
  }

  @Override
  public void close() {
    store.close();
  }
}
