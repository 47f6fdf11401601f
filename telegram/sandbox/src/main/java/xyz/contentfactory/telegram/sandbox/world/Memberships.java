package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// What the owner of a channel does in its settings: names it, gives and takes rights, removes
/// people, deletes it; and that everybody concerned hears of it. Call only inside [World#change].
public final class Memberships {

  private final Channels channels;
  private final People people;
  private final AccountLog log;
  private final IntSupplier now;

  Memberships(Channels channels, People people, AccountLog log, IntSupplier now) {
    this.channels = channels;
    this.people = people;
    this.log = log;
    this.now = now;
  }

  /// Gives the channel another title, and another public name or none.
  public Channel rename(Channel channel, String title, @Nullable String username) {
    if (username != null && !username.equals(channel.username())) {
      mustBeFree(username);
    }
    Channel renamed = channels.rename(channel, title, username);
    changed(channel);
    return renamed;
  }

  /// Tells everybody in it that it is another one now.
  void changed(Channel channel) {
    tell(channel, channels.members(channel.id()));
  }

  private void mustBeFree(String username) {
    if (!People.isUsername(username)) {
      throw Refusal.bad("USERNAME_INVALID");
    }
    if (people.named(username).isPresent() || channels.named(username).isPresent()) {
      throw Refusal.bad("USERNAME_OCCUPIED");
    }
  }

  /// Nobody is in it and nobody finds it any more; what stands in it stays on the disk.
  public void delete(Channel channel) {
    List<Member> members = channels.members(channel.id());
    channels.rename(channel, channel.title(), null);
    members.forEach(member -> channels.expel(channel.id(), member.personId()));
    tell(channel, members);
    members.forEach(member -> place(member, null));
  }

  private void tell(Channel channel, List<Member> members) {
    members.forEach(m -> log.channelChanged(m.personId(), channel.id(), now.getAsInt()));
  }

  /// Lets somebody in, or gives them another role and other rights.
  ///
  /// @param rights of an administrator; nobody else has any
  public void put(Channel channel, Person person, Member.Role role, Set<String> rights) {
    Set<String> given = role == Member.Role.ADMIN ? rights : Set.of();
    if (!Channels.allRights(channel.broadcast()).containsAll(given)) {
      throw Refusal.bad("RIGHT_FORBIDDEN");
    }
    @Nullable Member before = channels.member(channel.id(), person.id()).orElse(null);
    if (role == Member.Role.CREATOR || (before != null && before.role() == Member.Role.CREATOR)) {
      throw Refusal.bad("USER_CREATOR");
    }
    int joined = before == null ? now.getAsInt() : before.joinedSeconds();
    int read = before == null ? channels.lastNumber(channel.id()) : before.readUpTo();
    Member after = new Member(channel.id(), person.id(), role, given, joined, read);
    channels.admit(after);
    log.channelChanged(person.id(), channel.id(), now.getAsInt());
    if (before == null) {
      place(after);
    } else {
      place(before, after);
    }
  }

  /// Removes somebody who may not come back by themselves. Nothing happens when they are not there.
  public void expel(Channel channel, Person person) {
    @Nullable Member before = channels.member(channel.id(), person.id()).orElse(null);
    if (before == null) {
      return;
    }
    if (before.role() == Member.Role.CREATOR) {
      throw Refusal.bad("USER_CREATOR");
    }
    channels.expel(channel.id(), person.id());
    channels.ban(channel.id(), person.id());
    log.channelChanged(person.id(), channel.id(), now.getAsInt());
    place(before, null);
  }

  private void place(Member after) {
    if (people.get(after.personId()).isBot()) {
      log.placeChanged(after.personId(), after.channelId(), null, after, now.getAsInt());
    }
  }

  private void place(Member before, @Nullable Member after) {
    if (people.get(before.personId()).isBot()) {
      log.placeChanged(before.personId(), before.channelId(), before, after, now.getAsInt());
    }
  }
}
