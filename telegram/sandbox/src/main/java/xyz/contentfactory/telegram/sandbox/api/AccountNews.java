package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.AccountEvent;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Member;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.World;

/// What somebody is told of a channel that has become another one to them.
public final class AccountNews {

  private AccountNews() {}

  /// What their sessions are pushed.
  public static TlValue update(World world, AccountEvent event) {
    Views views = new Views(world, event.personId());
    Channel channel = world.channels().find(event.channelId()).orElseThrow();
    boolean place = event.kind() == AccountEvent.Kind.PLACE;
    return views.updates(
        List.of(changed(event)),
        views.channels(List.of(channel)),
        place ? views.users(Stream.of(event.personId())) : List.of(),
        place ? 0 : event.counter());
  }

  /// What a call is answered that has made the channel another one.
  static TlValue answer(Views views, Channel channel) {
    return views.updates(
        List.of(TlValue.of("updateChannel", "channel_id", channel.id())),
        views.channels(List.of(channel)),
        List.of());
  }

  static TlValue changed(AccountEvent event) {
    return switch (event.kind()) {
      case CHANNEL -> TlValue.of("updateChannel", "channel_id", event.channelId());
      case PLACE ->
          TlValue.of(
              "updateChannelParticipant",
              "channel_id",
              event.channelId(),
              "date",
              event.dateSeconds(),
              "actor_id",
              Person.TELEGRAM,
              "user_id",
              event.personId(),
              "prev_participant",
              place(event.before()),
              "new_participant",
              place(event.after()),
              "qts",
              event.counter());
    };
  }

  private static @Nullable TlValue place(@Nullable Member member) {
    if (member == null) {
      return null;
    }
    return member.role() == Member.Role.ADMIN
        ? TlValue.of(
            "channelParticipantAdmin",
            "user_id",
            member.personId(),
            "promoted_by",
            Person.TELEGRAM,
            "date",
            member.joinedSeconds(),
            "admin_rights",
            Views.adminRights(member))
        : TlValue.of(
            "channelParticipant", "user_id", member.personId(), "date", member.joinedSeconds());
  }
}
