package xyz.contentfactory.telegram.client;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.Dialog.Kind;
import xyz.contentfactory.telegram.client.Dialog.Rights;
import xyz.contentfactory.telegram.tl.type.Channel;
import xyz.contentfactory.telegram.tl.type.ChannelForbidden;
import xyz.contentfactory.telegram.tl.type.Chat;
import xyz.contentfactory.telegram.tl.type.ChatAdminRights;
import xyz.contentfactory.telegram.tl.type.ChatBannedRights;
import xyz.contentfactory.telegram.tl.type.ChatForbidden;
import xyz.contentfactory.telegram.tl.type.PlainChat;

/// Reads Telegram's chats as dialogs, with what the account may do there.
final class Dialogs {
  private Dialogs() {}

  /// Null for what the account cannot use: left, forbidden or deactivated chats, and odd kinds.
  static @Nullable Dialog read(Chat chat) {
    return switch (chat) {
      case Channel channel -> channel(channel);
      case PlainChat group -> group(group);
      default -> null;
    };
  }

  /// Null for what is not closed to the account, and for what is told in part only.
  static @Nullable ClosedChat closed(Chat chat) {
    return switch (chat) {
      case Channel channel when channel.left() && !channel.min() ->
          new ClosedChat(
              new PeerRef.Channel(
                  channel.id(), Objects.requireNonNullElse(channel.accessHash(), 0L)),
              true);
      case ChannelForbidden channel ->
          new ClosedChat(new PeerRef.Channel(channel.id(), channel.accessHash()), false);
      case PlainChat group when group.left() -> new ClosedChat(new PeerRef.Group(group.id()), true);
      case PlainChat group when group.deactivated() || group.migratedTo() != null ->
          new ClosedChat(new PeerRef.Group(group.id()), false);
      case ChatForbidden group -> new ClosedChat(new PeerRef.Group(group.id()), false);
      default -> null;
    };
  }

  private static @Nullable Dialog channel(Channel channel) {
    var accessHash = channel.accessHash();
    if (accessHash == null || channel.min() || channel.left() || channel.monoforum()) {
      return null;
    }
    return new Dialog(
        new PeerRef.Channel(channel.id(), accessHash),
        channel.title(),
        Usernames.shown(channel.username(), channel.usernames()),
        channel.megagroup() || channel.gigagroup() ? Kind.SUPERGROUP : Kind.CHANNEL,
        channel.participantsCount(),
        rights(channel),
        channel.creator(),
        channel.forum());
  }

  private static @Nullable Dialog group(PlainChat group) {
    if (group.left() || group.deactivated() || group.migratedTo() != null) {
      return null;
    }
    return new Dialog(
        new PeerRef.Group(group.id()),
        group.title(),
        null,
        Kind.BASIC_GROUP,
        group.participantsCount(),
        group.creator()
            ? Rights.ALL
            : member(group.adminRights(), null, group.defaultBannedRights()),
        group.creator(),
        false);
  }

  private static Rights rights(Channel channel) {
    if (channel.creator()) {
      return Rights.ALL;
    }
    var admin = channel.adminRights();
    return channel.megagroup()
        ? member(admin, channel.bannedRights(), channel.defaultBannedRights())
        : broadcaster(admin);
  }

  /// In a channel only administrators do anything; pinning there comes with editing.
  private static Rights broadcaster(@Nullable ChatAdminRights admin) {
    return admin == null
        ? Rights.NONE
        : new Rights(
            admin.postMessages(),
            admin.editMessages(),
            admin.deleteMessages(),
            admin.pinMessages() || admin.editMessages(),
            admin.inviteUsers());
  }

  /// In a group everybody may write unless banned; what is closed to all stays open to
  /// administrators.
  private static Rights member(
      @Nullable ChatAdminRights admin,
      @Nullable ChatBannedRights banned,
      @Nullable ChatBannedRights closedToAll) {
    var mayWrite = !forbidsText(banned) && (admin != null || !forbidsText(closedToAll));
    var mayPin = !forbids(banned, true) && !forbids(closedToAll, true);
    var mayInvite = !forbids(banned, false) && !forbids(closedToAll, false);
    return new Rights(
        mayWrite,
        mayWrite,
        admin != null && admin.deleteMessages(),
        admin != null ? admin.pinMessages() : mayPin,
        admin != null ? admin.inviteUsers() : mayInvite);
  }

  private static boolean forbidsText(@Nullable ChatBannedRights rights) {
    return rights != null && (rights.viewMessages() || rights.sendMessages() || rights.sendPlain());
  }

  private static boolean forbids(@Nullable ChatBannedRights rights, boolean pinning) {
    return rights != null && (pinning ? rights.pinMessages() : rights.inviteUsers());
  }
}
