package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.world.Channel.Counters;

/// Channels and groups, who is in them, and what stands in them. Call only inside [World#change].
public final class Channels {

  private final Table<Channel> channels;
  private final Table<Counters> counters;
  private final Table<Long> idByUsername;
  private final Table<Member> members;
  private final Table<Long> channelsByPerson;
  private final Table<Post> posts;

  Channels(WorldStore store) {
    channels = store.table("channels", Channel.class);
    counters = store.table("channels.counters", Counters.class);
    idByUsername = store.table("channels.username", Long.class);
    members = store.table("members", Member.class);
    channelsByPerson = store.table("members.channels", Long.class);
    posts = store.table("posts", Post.class);
  }

  public void keep(Channel channel) {
    channels.put(Table.key(channel.id()), channel);
    if (channel.username() != null) {
      idByUsername.put(channel.username().toLowerCase(Locale.ROOT), channel.id());
    }
  }

  public void admit(Member member) {
    if (member(member.channelId(), member.personId()).isEmpty()) {
      Counters old = counters(member.channelId());
      counters.put(
          Table.key(member.channelId()),
          new Counters(old.lastNumber(), old.pts(), old.people() + 1));
    }
    keep(member);
    channelsByPerson.put(Table.key(member.personId(), member.channelId()), member.channelId());
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

  Post publish(
      Channel channel,
      long senderId,
      int now,
      FormattedText text,
      @Nullable Long randomId,
      boolean silent,
      int views) {
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
            text.text(),
            text.entities(),
            randomId,
            silent,
            views);
    counters.put(Table.key(channel.id()), new Counters(number, pts, old.people()));
    posts.put(Table.key(channel.id(), number), post);
    member(channel.id(), senderId).ifPresent(m -> keep(m.readUpTo(number)));
    return post;
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
            "other");
  }
}
