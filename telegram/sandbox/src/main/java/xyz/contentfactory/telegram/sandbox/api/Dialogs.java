package xyz.contentfactory.telegram.sandbox.api;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Letter;
import xyz.contentfactory.telegram.sandbox.world.Mailboxes.Conversation;
import xyz.contentfactory.telegram.sandbox.world.Member;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.World;

/// The chat list of one person, the newest first.
final class Dialogs {

  /// One line of the list.
  sealed interface Entry {
    int dateSeconds();

    long peerId();

    record WithPerson(Conversation conversation, Letter last) implements Entry {
      @Override
      public int dateSeconds() {
        return last.dateSeconds();
      }

      @Override
      public long peerId() {
        return conversation.withId();
      }
    }

    record InChannel(Channel channel, Member member, Optional<Post> last) implements Entry {
      @Override
      public int dateSeconds() {
        return last.map(Post::dateSeconds).orElse(member.joinedSeconds());
      }

      @Override
      public long peerId() {
        return channel.id();
      }
    }
  }

  private final World world;
  private final Person me;
  private final Views views;

  Dialogs(World world, Person me) {
    this.world = world;
    this.me = me;
    views = new Views(world, me.id());
  }

  List<Entry> all() {
    return Stream.concat(
            world.mailboxes().conversations(me.id()).stream().map(this::entry),
            world.channels().of(me.id()).stream().map(this::entry))
        .sorted(
            Comparator.comparingInt(Entry::dateSeconds).thenComparingLong(Entry::peerId).reversed())
        .toList();
  }

  Entry entry(Conversation conversation) {
    return new Entry.WithPerson(
        conversation, world.mailboxes().find(me.id(), conversation.lastNumber()).orElseThrow());
  }

  Entry entry(Channel channel) {
    Member member = world.channels().member(channel.id(), me.id()).orElseThrow();
    return new Entry.InChannel(
        channel, member, world.channels().history(channel.id(), 0, 1).stream().findFirst());
  }

  /// The four vectors that every answer with dialogs has, and whatever else the answer needs.
  TlValue answer(String name, List<Entry> entries, Object... more) {
    List<Object> fields = new java.util.ArrayList<>(List.of(more));
    fields.addAll(List.of("dialogs", entries.stream().map(this::dialog).toList()));
    fields.addAll(List.of("messages", entries.stream().flatMap(this::message).toList()));
    fields.addAll(
        List.of("chats", views.channels(entries.stream().flatMap(this::channel).toList())));
    fields.addAll(List.of("users", views.users(entries.stream().flatMap(this::people))));
    return TlValue.of(name, fields.toArray());
  }

  TlValue dialog(Entry entry) {
    return switch (entry) {
      case Entry.WithPerson(Conversation with, Letter last) ->
          dialog(
              Views.peerUser(with.withId()),
              last.number(),
              with.readUpTo(),
              world.mailboxes().unread(with),
              null);
      case Entry.InChannel(Channel channel, Member member, Optional<Post> last) ->
          dialog(
              Views.peerChannel(channel.id()),
              last.map(Post::number).orElse(0),
              member.readUpTo(),
              last.map(Post::number).orElse(0) - member.readUpTo(),
              world.channels().pts(channel.id()));
    };
  }

  private static TlValue dialog(
      TlValue peer,
      int top,
      int readUpTo,
      int unread,
      @org.jspecify.annotations.Nullable Integer pts) {
    return TlValue.of(
        "dialog",
        "peer",
        peer,
        "top_message",
        top,
        "read_inbox_max_id",
        readUpTo,
        "read_outbox_max_id",
        top,
        "unread_count",
        unread,
        "unread_mentions_count",
        0,
        "unread_reactions_count",
        0,
        "unread_poll_votes_count",
        0,
        "notify_settings",
        Views.notifySettings(),
        "pts",
        pts);
  }

  private Stream<TlValue> message(Entry entry) {
    return switch (entry) {
      case Entry.WithPerson(_, Letter last) -> Stream.of(views.message(last));
      case Entry.InChannel(Channel channel, _, Optional<Post> last) ->
          last.map(p -> views.message(p, channel)).stream();
    };
  }

  private Stream<Channel> channel(Entry entry) {
    return entry instanceof Entry.InChannel in
        ? Stream.concat(
            Stream.of(in.channel()),
            in.last().map(Post::sentAs).flatMap(world.channels()::find).stream())
        : Stream.of();
  }

  private Stream<Long> people(Entry entry) {
    return switch (entry) {
      case Entry.WithPerson with -> Stream.of(me.id(), with.peerId());
      case Entry.InChannel in -> Views.senders(in.channel(), in.last().stream().toList());
    };
  }
}
