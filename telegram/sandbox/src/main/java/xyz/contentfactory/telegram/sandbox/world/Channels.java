package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.world.Channel.Counters;

/// Channels and groups, who is in them, and what stands in them. Call only inside [World#change].
public final class Channels {

  private static final long FIRST_FOUNDED = 2_200_000_001L;

  /// So many moves of a channel's counter are told to a client that was away; after more of them it
  /// is told that there were too many.
  public static final int MOST_TOLD = 1000;

  private final Table<Channel> channels;
  private final Table<Counters> counters;
  private final Table<Long> idByUsername;
  private final Table<Member> members;
  private final Table<Long> channelsByPerson;
  private final Table<Post> posts;
  private final Table<ChannelEvent> events;
  private final Table<Integer> pins;
  private final Table<Integer> moved;
  private final Table<Long> banned;
  private final IntSupplier now;

  Channels(WorldStore store, IntSupplier now) {
    this.now = now;
    moved = store.table("channels.moved", Integer.class);
    banned = store.table("channels.banned", Long.class);
    channels = store.table("channels", Channel.class);
    counters = store.table("channels.counters", Counters.class);
    idByUsername = store.table("channels.username", Long.class);
    members = store.table("members", Member.class);
    channelsByPerson = store.table("members.channels", Long.class);
    posts = store.table("posts", Post.class);
    events = store.table("posts.events", ChannelEvent.class);
    pins = store.table("posts.pins", Integer.class);
  }

  public void keep(Channel channel) {
    channels.put(Table.key(channel.id()), channel);
    if (channel.username() != null) {
      idByUsername.put(channel.username().toLowerCase(Locale.ROOT), channel.id());
    }
  }

  /// Makes a channel of this person, as the phone's "new channel" would.
  public Channel found(String title, long creatorId, int now) {
    long id = Math.max(FIRST_FOUNDED, 1 + channels.all().mapToLong(Channel::id).max().orElse(0));
    Channel channel = new Channel(id, title, "", null, true, false, now, 0);
    keep(channel);
    admit(new Member(id, creatorId, Member.Role.CREATOR, allRights(true), now, 0));
    return channel;
  }

  Channel rename(Channel old, String title, @Nullable String username) {
    if (old.username() != null) {
      idByUsername.remove(old.username().toLowerCase(Locale.ROOT));
    }
    Channel renamed = old.named(title, username);
    keep(renamed);
    return renamed;
  }

  void ban(long channelId, long personId) {
    banned.put(Table.key(channelId, personId), personId);
  }

  /// Whether this person was removed, and not let in again.
  public boolean isBanned(long channelId, long personId) {
    return banned.get(Table.key(channelId, personId)) != null;
  }

  public void admit(Member member) {
    banned.remove(Table.key(member.channelId(), member.personId()));
    if (member(member.channelId(), member.personId()).isEmpty()) {
      Counters old = counters(member.channelId());
      counters.put(
          Table.key(member.channelId()),
          new Counters(old.lastNumber(), old.pts(), old.people() + 1));
    }
    keep(member);
    channelsByPerson.put(Table.key(member.personId(), member.channelId()), member.channelId());
  }

  void expel(long channelId, long personId) {
    if (member(channelId, personId).isPresent()) {
      Counters old = counters(channelId);
      counters.put(
          Table.key(channelId), new Counters(old.lastNumber(), old.pts(), old.people() - 1));
      members.remove(Table.key(channelId, personId));
      channelsByPerson.remove(Table.key(personId, channelId));
    }
  }

  private void keep(Member member) {
    members.put(Table.key(member.channelId(), member.personId()), member);
  }

  public Optional<Channel> find(long id) {
    return id <= 0 ? Optional.empty() : Optional.ofNullable(channels.get(Table.key(id)));
  }

  public Optional<Channel> named(String username) {
    @Nullable Long id = idByUsername.get(username.toLowerCase(Locale.ROOT));
    return id == null ? Optional.empty() : find(id);
  }

  public List<Channel> all() {
    return channels.all().toList();
  }

  public List<Channel> of(long personId) {
    return channelsByPerson.under(Table.key(personId)).map(id -> find(id).orElseThrow()).toList();
  }

  public Optional<Member> member(long channelId, long personId) {
    return Optional.ofNullable(members.get(Table.key(channelId, personId)));
  }

  public List<Member> members(long channelId) {
    return members.under(Table.key(channelId)).toList();
  }

  public int memberCount(Channel channel) {
    return channel.audience() + counters(channel.id()).people();
  }

  public int pts(long channelId) {
    return counters(channelId).pts();
  }

  public int lastNumber(long channelId) {
    return counters(channelId).lastNumber();
  }

  private Counters counters(long channelId) {
    return Objects.requireNonNullElse(counters.get(Table.key(channelId)), Counters.FRESH);
  }

  /// Refuses with what Telegram says to somebody who may not write here.
  void mustBeAbleToWrite(Channel channel, long personId) {
    Member member =
        member(channel.id(), personId).orElseThrow(() -> Refusal.forbidden("CHAT_WRITE_FORBIDDEN"));
    if (channel.broadcast() && !member.may("post_messages")) {
      throw Refusal.bad("CHAT_ADMIN_REQUIRED");
    }
    if (member.role() == Member.Role.MUTED) {
      throw Refusal.forbidden("CHAT_WRITE_FORBIDDEN");
    }
  }

  Post publish(Channel channel, long senderId, int now, Draft draft, int views) {
    Counters old = counters(channel.id());
    int number = old.lastNumber() + 1;
    int pts = old.pts() + 1;
    Post post =
        new Post(
            channel.id(),
            number,
            pts,
            senderId,
            now,
            draft.text().text(),
            draft.text().entities(),
            draft.randomId(),
            draft.silent(),
            views,
            draft.protect() ? true : null,
            draft.replyTo(),
            null,
            draft.topic(),
            draft.sentAs());
    counters.put(Table.key(channel.id()), new Counters(number, pts, old.people()));
    posts.put(Table.key(channel.id(), number), post);
    moved.put(Table.key(channel.id()), now);
    member(channel.id(), senderId).ifPresent(m -> keep(m.readUpTo(number)));
    return post;
  }

  /// Replaces a post that stands.
  void keep(Post post) {
    posts.put(Table.key(post.channelId(), post.number()), post);
  }

  void remove(long channelId, int number) {
    posts.remove(Table.key(channelId, number));
    pins.remove(Table.key(channelId, number));
  }

  /// Pins or unpins; false when it is so already.
  boolean pin(long channelId, int number, boolean pinned) {
    if (isPinned(channelId, number) == pinned) {
      return false;
    }
    if (pinned) {
      pins.put(Table.key(channelId, number), number);
    } else {
      pins.remove(Table.key(channelId, number));
    }
    return true;
  }

  public boolean isPinned(long channelId, int number) {
    return pins.get(Table.key(channelId, number)) != null;
  }

  /// The numbers of the pinned posts, oldest first.
  public List<Integer> pinned(long channelId) {
    return pins.under(Table.key(channelId)).toList();
  }

  /// Writes down what happened to posts and moves the channel's counter by as many.
  ChannelEvent record(long channelId, ChannelEvent.Kind kind, List<Integer> numbers) {
    Counters old = counters(channelId);
    int pts = old.pts() + numbers.size();
    counters.put(Table.key(channelId), new Counters(old.lastNumber(), pts, old.people()));
    ChannelEvent event = new ChannelEvent(channelId, pts, numbers.size(), kind, numbers);
    events.put(Table.key(channelId, pts), event);
    moved.put(Table.key(channelId), now.getAsInt());
    forgetEvents(channelId, pts - MOST_TOLD);
    return event;
  }

  private void forgetEvents(long channelId, int upTo) {
    List<ChannelEvent> old =
        events.under(Table.key(channelId)).takeWhile(e -> e.pts() <= upTo).toList();
    old.forEach(e -> events.remove(Table.key(channelId, e.pts())));
  }

  /// Whether the channel's counter has moved in this second or later.
  public boolean hasMovedSince(long channelId, int dateSeconds) {
    Integer at = moved.get(Table.key(channelId));
    return at != null && at >= dateSeconds;
  }

  /// What happened to posts after this pts, oldest first.
  public List<ChannelEvent> eventsSince(long channelId, int pts, int limit) {
    return events.from(Table.key(channelId, pts + 1L), Table.key(channelId)).limit(limit).toList();
  }

  /// Marks as read; true when that changed something.
  public boolean read(Member member, int upTo) {
    int last = lastNumber(member.channelId());
    int reached = upTo <= 0 ? last : Math.min(upTo, last);
    if (reached <= member.readUpTo()) {
      return false;
    }
    keep(member.readUpTo(reached));
    return true;
  }

  public Optional<Post> post(long channelId, int number) {
    return number <= 0
        ? Optional.empty()
        : Optional.ofNullable(posts.get(Table.key(channelId, number)));
  }

  /// Newest first, from below a number (0: from the newest).
  public List<Post> history(long channelId, int below, int limit) {
    String start = Table.key(channelId, below > 0 ? below - 1L : Integer.MAX_VALUE);
    return posts.downFrom(start, Table.key(channelId)).limit(limit).toList();
  }

  /// Posts that came after this pts, oldest first.
  public List<Post> since(long channelId, int pts, int limit) {
    return posts.under(Table.key(channelId)).filter(p -> p.pts() > pts).limit(limit).toList();
  }

  static Set<String> allRights(boolean broadcast) {
    return broadcast
        ? Set.of(
            "change_info",
            "post_messages",
            "edit_messages",
            "delete_messages",
            "ban_users",
            "invite_users",
            "pin_messages",
            "add_admins",
            "manage_call",
            "other")
        : Set.of(
            "change_info",
            "delete_messages",
            "ban_users",
            "invite_users",
            "pin_messages",
            "add_admins",
            "manage_call",
            "manage_topics",
            "other");
  }
}
