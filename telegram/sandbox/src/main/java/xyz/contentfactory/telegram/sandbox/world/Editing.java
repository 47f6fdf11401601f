package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import java.util.function.Consumer;
import xyz.contentfactory.telegram.sandbox.world.ChannelEvent.Kind;

/// Changing posts that stand: who may, and what follows. Call only inside [World#change].
public final class Editing {
  /// How long the author of a post may edit it without the right to edit everybody's.
  private static final int EDIT_SECONDS = 48 * 3600;

  private final Channels channels;
  private final Consumer<Outcome> outcomes;

  Editing(Channels channels, Consumer<Outcome> outcomes) {
    this.channels = channels;
    this.outcomes = outcomes;
  }

  /// Replaces the text, by whoever may do that.
  ///
  /// @param alsoButtons whether the buttons below it change, too
  public ChannelEvent edit(
      Person editor,
      Channel channel,
      int number,
      FormattedText text,
      boolean alsoButtons,
      int now) {
    Post post = standing(channel, number);
    if (post.beginsTopic()) {
      throw Refusal.bad("MESSAGE_ID_INVALID");
    }
    Member member = member(channel, editor);
    boolean own = post.senderId() == editor.id();
    if (!mayEdit(channel, member, own)) {
      throw own ? Refusal.bad("CHAT_ADMIN_REQUIRED") : Refusal.forbidden("MESSAGE_AUTHOR_REQUIRED");
    }
    if (!member.may("edit_messages")
        && !editor.isBot()
        && now - post.dateSeconds() > EDIT_SECONDS) {
      throw Refusal.bad("MESSAGE_EDIT_TIME_EXPIRED");
    }
    if (!alsoButtons
        && post.text().equals(text.text())
        && post.entities().equals(text.entities())) {
      throw Refusal.bad("MESSAGE_NOT_MODIFIED");
    }
    channels.keep(post.edited(text, now));
    return happened(channel, Kind.EDITED, List.of(number));
  }

  private static boolean mayEdit(Channel channel, Member member, boolean own) {
    return channel.broadcast()
        ? member.may("edit_messages") || (own && member.may("post_messages"))
        : own;
  }

  /// Those that are not there are passed over; nothing may be left that the person must not delete.
  public ChannelEvent delete(Person deleter, Channel channel, List<Integer> numbers) {
    Member member = member(channel, deleter);
    List<Post> posts =
        numbers.stream()
            .distinct()
            .flatMap(number -> channels.post(channel.id(), number).stream())
            .filter(post -> !post.beginsTopic())
            .toList();
    for (Post post : posts) {
      boolean own =
          post.senderId() == deleter.id() && (!channel.broadcast() || member.may("post_messages"));
      if (!own && !member.may("delete_messages")) {
        throw Refusal.forbidden("MESSAGE_DELETE_FORBIDDEN");
      }
    }
    List<Integer> gone = posts.stream().map(Post::number).toList();
    gone.forEach(number -> channels.remove(channel.id(), number));
    return gone.isEmpty()
        ? new ChannelEvent(channel.id(), channels.pts(channel.id()), 0, Kind.DELETED, gone)
        : happened(channel, Kind.DELETED, gone);
  }

  /// In a broadcast channel pinning comes with editing.
  public ChannelEvent pin(Person who, Channel channel, int number, boolean pinned) {
    if (!member(channel, who).may(channel.broadcast() ? "edit_messages" : "pin_messages")) {
      throw Refusal.bad("CHAT_ADMIN_REQUIRED");
    }
    standing(channel, number);
    if (!channels.pin(channel.id(), number, pinned)) {
      throw Refusal.bad("CHAT_NOT_MODIFIED");
    }
    return happened(channel, pinned ? Kind.PINNED : Kind.UNPINNED, List.of(number));
  }

  private Post standing(Channel channel, int number) {
    return channels.post(channel.id(), number).orElseThrow(() -> Refusal.bad("MESSAGE_ID_INVALID"));
  }

  private Member member(Channel channel, Person person) {
    return channels
        .member(channel.id(), person.id())
        .orElseThrow(() -> Refusal.forbidden("CHAT_WRITE_FORBIDDEN"));
  }

  private ChannelEvent happened(Channel channel, Kind kind, List<Integer> numbers) {
    ChannelEvent event = channels.record(channel.id(), kind, numbers);
    outcomes.accept(new Outcome.PostsChanged(event));
    return event;
  }
}
