package xyz.contentfactory.telegram.sandbox.world;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.Hashes;

/// The bots, as BotFather makes them. Call only inside [World#change].
public final class Bots {

  private static final long FIRST_ID = 7_000_000_001L;

  /// 35 characters of base64url.
  private static final int TOKEN_BYTES = 27;

  private static final int TOKEN_CHARS = 35;
  private static final int MOST_BOTS = 1000;

  private final Table<Bot> bots;
  private final People people;
  private final Channels channels;
  private final Memberships memberships;
  private final Entropy entropy;

  Bots(
      WorldStore store,
      People people,
      Channels channels,
      Memberships memberships,
      Entropy entropy) {
    bots = store.table("bots", Bot.class);
    this.people = people;
    this.channels = channels;
    this.memberships = memberships;
    this.entropy = entropy;
  }

  /// Makes a bot that lives on the data centre of its owner.
  public Bot make(Person owner, String name, String username, int now) {
    if (!People.isUsername(username) || !username.toLowerCase(Locale.ROOT).endsWith("bot")) {
      throw Refusal.bad("USERNAME_INVALID");
    }
    if (people.named(username).isPresent() || channels.named(username).isPresent()) {
      throw Refusal.bad("USERNAME_OCCUPIED");
    }
    long count = bots.all().count();
    if (count >= MOST_BOTS) {
      throw Refusal.bad("BOTS_TOO_MUCH");
    }
    long id = FIRST_ID + count;
    people.keep(
        new Person(
            id,
            "",
            owner.dc(),
            People.checkedName(name),
            "",
            username,
            null,
            false,
            Person.CodeDelivery.APP));
    Bot bot = new Bot(id, owner.id(), token(id), now);
    bots.put(Table.key(id), bot);
    return bot;
  }

  private String token(long id) {
    String secret =
        Base64.getUrlEncoder().withoutPadding().encodeToString(entropy.bytes(TOKEN_BYTES));
    return id + ":" + secret.substring(0, TOKEN_CHARS);
  }

  public List<Bot> all() {
    return bots.all().toList();
  }

  public Bot get(long id) {
    Bot bot = id <= 0 ? null : bots.get(Table.key(id));
    if (bot == null) {
      throw Refusal.bad("BOT_INVALID");
    }
    return bot;
  }

  /// The old token is worth nothing afterwards.
  public Bot renewToken(Bot bot) {
    Bot renewed = new Bot(bot.id(), bot.ownerId(), token(bot.id()), bot.madeSeconds());
    bots.put(Table.key(bot.id()), renewed);
    return renewed;
  }

  /// Whose token this is.
  public Person withToken(String token) {
    int colon = token.indexOf(':');
    if (colon < 1 || colon > 12 || !token.substring(0, colon).matches("[0-9]+")) {
      throw Refusal.bad("ACCESS_TOKEN_INVALID");
    }
    Bot bot = bots.get(Table.key(Long.parseLong(token.substring(0, colon))));
    if (bot == null) {
      throw Refusal.bad("ACCESS_TOKEN_INVALID");
    }
    if (!Hashes.sameBytes(bytes(bot.token()), bytes(token))) {
      throw Refusal.bad("ACCESS_TOKEN_EXPIRED");
    }
    return people.get(bot.id());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /// Makes the bot an administrator of the channel.
  ///
  /// @param wanted its rights; null for posting and editing, or for pinning in a group
  public void promote(Bot bot, Channel channel, @Nullable Set<String> wanted) {
    Set<String> rights = wanted == null ? usualRights(channel) : wanted;
    memberships.put(channel, people.get(bot.id()), Member.Role.ADMIN, rights);
  }

  private static Set<String> usualRights(Channel channel) {
    return channel.broadcast()
        ? Set.of("post_messages", "edit_messages")
        : Set.of("pin_messages", "delete_messages");
  }

  public void remove(Bot bot, Channel channel) {
    memberships.expel(channel, people.get(bot.id()));
  }
}
