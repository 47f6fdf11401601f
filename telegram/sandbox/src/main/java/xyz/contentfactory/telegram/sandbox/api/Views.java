package xyz.contentfactory.telegram.sandbox.api;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.ChannelEvent;
import xyz.contentfactory.telegram.sandbox.world.Letter;
import xyz.contentfactory.telegram.sandbox.world.Member;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Post;
import xyz.contentfactory.telegram.sandbox.world.World;

/// The world as one person sees it, in objects that hold for every layer.
public final class Views {

  private final World world;
  private final long viewerId;

  public Views(World world, long viewerId) {
    this.world = world;
    this.viewerId = viewerId;
  }

  static TlValue peerUser(long id) {
    return TlValue.of("peerUser", "user_id", id);
  }

  static TlValue peerChannel(long id) {
    return TlValue.of("peerChannel", "channel_id", id);
  }

  TlValue user(Person person) {
    boolean self = person.id() == viewerId;
    return TlValue.of(
        "user",
        "self",
        self,
        "verified",
        person.isTelegram(),
        "support",
        person.isTelegram(),
        "bot",
        person.isBot(),
        "bot_info_version",
        person.isBot() ? 1 : null,
        "id",
        person.id(),
        "access_hash",
        world.accessHashes().ofPerson(viewerId, person.id()),
        "first_name",
        person.firstName(),
        "last_name",
        person.lastName().isEmpty() ? null : person.lastName(),
        "username",
        person.username(),
        "phone",
        (self || person.isTelegram()) && !person.isBot() ? person.phone() : null,
        "status",
        person.isTelegram() || person.isBot() ? null : TlValue.of("userStatusRecently"));
  }

  TlValue channel(Channel channel) {
    Optional<Member> member = world.channels().member(channel.id(), viewerId);
    if (member.isEmpty()
        && (channel.username() == null || world.channels().isBanned(channel.id(), viewerId))) {
      return forbidden(channel);
    }
    boolean muted = member.map(m -> m.role() == Member.Role.MUTED).orElse(false);
    boolean admin =
        member
            .map(m -> m.role() == Member.Role.CREATOR || m.role() == Member.Role.ADMIN)
            .orElse(false);
    return TlValue.of(
        "channel",
        "creator",
        member.map(m -> m.role() == Member.Role.CREATOR).orElse(false),
        "left",
        member.isEmpty(),
        "broadcast",
        channel.broadcast(),
        "megagroup",
        !channel.broadcast(),
        "forum",
        world.topics().isForum(channel.id()),
        "signatures",
        channel.signatures(),
        "id",
        channel.id(),
        "access_hash",
        world.accessHashes().ofChannel(viewerId, channel.id()),
        "title",
        channel.title(),
        "username",
        channel.username(),
        "photo",
        TlValue.of("chatPhotoEmpty"),
        "date",
        member.map(Member::joinedSeconds).orElse(channel.createdSeconds()),
        "admin_rights",
        admin ? adminRights(member.orElseThrow()) : null,
        "banned_rights",
        muted ? bannedRights(true) : null,
        "default_banned_rights",
        channel.broadcast() ? null : bannedRights(false),
        "participants_count",
        world.channels().memberCount(channel));
  }

  /// One that is closed to the viewer, or deleted: Telegram does not say which.
  private TlValue forbidden(Channel channel) {
    return TlValue.of(
        "channelForbidden",
        "broadcast",
        channel.broadcast(),
        "megagroup",
        !channel.broadcast(),
        "id",
        channel.id(),
        "access_hash",
        world.accessHashes().ofChannel(viewerId, channel.id()),
        "title",
        channel.title());
  }

  static TlValue adminRights(Member member) {
    return TlValue.of(
        "chatAdminRights",
        member.rights().stream().sorted().flatMap(right -> Stream.of(right, true)).toArray());
  }

  static TlValue bannedRights(boolean muted) {
    return TlValue.of(
        "chatBannedRights", "send_messages", muted, "until_date", muted ? Integer.MAX_VALUE : 0);
  }

  TlValue message(Post post, Channel channel) {
    if (post.beginsTopic()) {
      return TopicViews.beginning(world, post, viewerId);
    }
    boolean own = post.senderId() == viewerId;
    boolean signed = channel.broadcast() && channel.signatures();
    return TlValue.of(
        "message",
        "out",
        own,
        "post",
        channel.broadcast(),
        "silent",
        post.silent(),
        "noforwards",
        post.isProtected(),
        "pinned",
        world.channels().isPinned(channel.id(), post.number()),
        "reply_to",
        TopicViews.replyHeader(post),
        "edit_date",
        post.editedSeconds(),
        "id",
        post.number(),
        "from_id",
        channel.broadcast() ? null : author(post),
        "peer_id",
        peerChannel(channel.id()),
        "date",
        post.dateSeconds(),
        "message",
        post.text(),
        "media",
        new MediaViews(world, viewerId).media(world.files().of(post)),
        "reply_markup",
        MediaViews.buttons(world.files().of(post)),
        "grouped_id",
        world.files().of(post).groupedId(),
        "entities",
        Entities.written(post.entities()),
        "views",
        channel.broadcast() ? post.views() : null,
        "forwards",
        channel.broadcast() ? 0 : null,
        "post_author",
        signed ? world.people().get(post.senderId()).name() : null);
  }

  private static TlValue author(Post post) {
    Long sentAs = post.sentAs();
    return sentAs == null ? peerUser(post.senderId()) : peerChannel(sentAs);
  }

  TlValue message(Letter letter) {
    return TlValue.of(
        "message",
        "out",
        letter.outgoing(),
        "id",
        letter.number(),
        "from_id",
        peerUser(letter.senderId()),
        "peer_id",
        peerUser(letter.withId()),
        "date",
        letter.dateSeconds(),
        "message",
        letter.text(),
        "media",
        new MediaViews(world, viewerId).media(world.files().of(letter)),
        "reply_markup",
        MediaViews.buttons(world.files().of(letter)),
        "grouped_id",
        world.files().of(letter).groupedId(),
        "entities",
        Entities.written(letter.entities()));
  }

  List<TlValue> channels(Collection<Channel> channels) {
    return channels.stream().distinct().map(this::channel).toList();
  }

  /// The channel of the posts, and those that they are shown to be from.
  List<TlValue> chats(Channel channel, List<Post> posts) {
    Stream<Channel> authors =
        posts.stream()
            .map(Post::sentAs)
            .filter(Objects::nonNull)
            .flatMap(id -> world.channels().find(id).stream());
    return channels(Stream.concat(Stream.of(channel), authors).toList());
  }

  List<TlValue> users(Stream<Long> ids) {
    return ids.collect(Collectors.toCollection(java.util.LinkedHashSet::new)).stream()
        .map(world.people()::get)
        .map(this::user)
        .toList();
  }

  /// Whoever is named in posts of a channel; nobody in a broadcast, whose posts are its own, and
  /// nobody who writes as a channel.
  static Stream<Long> senders(Channel channel, List<Post> posts) {
    return channel.broadcast()
        ? Stream.of()
        : posts.stream().filter(p -> p.sentAs() == null).map(Post::senderId);
  }

  /// Everybody that a letter names.
  static Stream<Long> named(List<Letter> letters) {
    return letters.stream().flatMap(l -> Stream.of(l.ownerId(), l.withId()));
  }

  /// What another session is told of a post.
  public TlValue update(Post post) {
    Channel channel = world.channels().find(post.channelId()).orElseThrow();
    return updates(
        List.of(newMessage(post, channel, 1)),
        chats(channel, List.of(post)),
        users(senders(channel, List.of(post))));
  }

  /// What sessions are told of a change of posts.
  public TlValue update(ChannelEvent event) {
    Channel channel = world.channels().find(event.channelId()).orElseThrow();
    List<Post> posts = posts(event);
    return updates(changed(event, channel), chats(channel, posts), users(senders(channel, posts)));
  }

  private List<Post> posts(ChannelEvent event) {
    return event.numbers().stream()
        .flatMap(number -> world.channels().post(event.channelId(), number).stream())
        .toList();
  }

  /// None when the post it was about is gone by now.
  List<TlValue> changed(ChannelEvent event, Channel channel) {
    return switch (event.kind()) {
      case EDITED ->
          posts(event).stream()
              .map(post ->
                  TlValue.of(
                      "updateEditChannelMessage",
                      "message",
                      message(post, channel),
                      "pts",
                      event.pts(),
                      "pts_count",
                      event.ptsCount()))
              .toList();
      case DELETED -> List.of(moved("updateDeleteChannelMessages", event, false));
      case PINNED -> List.of(moved("updatePinnedChannelMessages", event, true));
      case UNPINNED -> List.of(moved("updatePinnedChannelMessages", event, false));
    };
  }

  private static TlValue moved(String update, ChannelEvent event, boolean pinned) {
    return TlValue.of(
        update,
        "pinned",
        pinned,
        "channel_id",
        event.channelId(),
        "messages",
        event.numbers(),
        "pts",
        event.pts(),
        "pts_count",
        event.ptsCount());
  }

  /// What another session is told of a letter.
  public TlValue update(Letter letter) {
    return updates(List.of(newMessage(letter, 1)), List.of(), users(named(List.of(letter))));
  }

  TlValue newMessage(Post post, Channel channel, int ptsCount) {
    return TlValue.of(
        "updateNewChannelMessage",
        "message",
        message(post, channel),
        "pts",
        ptsCount == 0 ? world.channels().pts(channel.id()) : post.pts(),
        "pts_count",
        ptsCount);
  }

  TlValue newMessage(Letter letter, int ptsCount) {
    return TlValue.of(
        "updateNewMessage",
        "message",
        message(letter),
        "pts",
        ptsCount == 0 ? world.mailboxes().counters(letter.ownerId()).pts() : letter.pts(),
        "pts_count",
        ptsCount);
  }

  /// Tells a device that shows a QR code to come for its login.
  public static TlValue loginTokenUpdate(int now) {
    return TlValue.of("updateShort", "update", TlValue.of("updateLoginToken"), "date", now);
  }

  TlValue updates(List<TlValue> updates, List<TlValue> chats, List<TlValue> users) {
    return updates(updates, chats, users, 0);
  }

  TlValue updates(List<TlValue> updates, List<TlValue> chats, List<TlValue> users, int seq) {
    return TlValue.of(
        "updates",
        "updates",
        updates,
        "users",
        users,
        "chats",
        chats,
        "date",
        world.now(),
        "seq",
        seq);
  }

  static TlValue notifySettings() {
    return TlValue.of("peerNotifySettings");
  }

  TlValue state(@Nullable Integer pts) {
    int unread =
        world.mailboxes().conversations(viewerId).stream()
            .mapToInt(world.mailboxes()::unread)
            .sum();
    return TlValue.of(
        "updates.state",
        "pts",
        pts == null ? world.mailboxes().counters(viewerId).pts() : pts,
        "qts",
        world.log().counters(viewerId).qts(),
        "date",
        world.now(),
        "seq",
        world.log().counters(viewerId).seq(),
        "unread_count",
        unread);
  }
}
