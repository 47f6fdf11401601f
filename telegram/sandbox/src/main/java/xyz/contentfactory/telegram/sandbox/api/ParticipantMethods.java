package xyz.contentfactory.telegram.sandbox.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Channel;
import xyz.contentfactory.telegram.sandbox.world.Member;
import xyz.contentfactory.telegram.sandbox.world.Person;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// `channels.*` of members.
final class ParticipantMethods {

  private static final int MOST_AT_ONCE = 200;

  private ParticipantMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("channels.getParticipant", ParticipantMethods::one);
    methods.put("channels.getParticipants", ParticipantMethods::many);
  }

  private static TlValue one(Call call) {
    Peers peers = Peers.of(call);
    Channel channel = peers.channel(call.required("channel"));
    Person person = peers.person(call.required("participant"));
    Member member =
        call.world()
            .channels()
            .member(channel.id(), person.id())
            .orElseThrow(() -> Refusal.bad("USER_NOT_PARTICIPANT"));
    if (person.id() != call.me().id()) {
      mustSeeMembers(call, channel);
    }
    return TlValue.of(
        "channels.channelParticipant",
        "participant",
        participant(call, member),
        "chats",
        call.views().channels(List.of(channel)),
        "users",
        List.of(call.views().user(person)));
  }

  private static TlValue many(Call call) {
    Channel channel = Peers.of(call).channel(call.required("channel"));
    mustSeeMembers(call, channel);
    List<Member> matching =
        call.world().channels().members(channel.id()).stream()
            .filter(filter(call, call.required("filter")))
            .toList();
    List<Member> page =
        matching.stream()
            .skip(Math.max(0, call.query().integer("offset")))
            .limit(Math.clamp(call.query().integer("limit"), 0, MOST_AT_ONCE))
            .toList();
    return TlValue.of(
        "channels.channelParticipants",
        "count",
        matching.size(),
        "participants",
        page.stream().map(m -> participant(call, m)).toList(),
        "chats",
        call.views().channels(List.of(channel)),
        "users",
        call.views().users(page.stream().map(Member::personId)));
  }

  private static void mustSeeMembers(Call call, Channel channel) {
    boolean admin =
        call.world()
            .channels()
            .member(channel.id(), call.me().id())
            .map(ChannelMethods::isAdmin)
            .orElse(false);
    if (channel.broadcast() && !admin) {
      throw Refusal.bad("CHAT_ADMIN_REQUIRED");
    }
  }

  private static Predicate<Member> filter(Call call, TlValue filter) {
    String part = filter.text("q").toLowerCase(Locale.ROOT);
    Predicate<Member> named =
        m -> call.world().people().get(m.personId()).name().toLowerCase(Locale.ROOT).contains(part);
    return switch (filter.name()) {
      case "channelParticipantsRecent" -> _ -> true;
      case "channelParticipantsSearch" -> named;
      case "channelParticipantsAdmins" -> ChannelMethods::isAdmin;
      case "channelParticipantsBanned" -> named.and(m -> m.role() == Member.Role.MUTED);
      case "channelParticipantsKicked", "channelParticipantsBots", "channelParticipantsContacts" ->
          _ -> false;
      default -> throw Refusal.bad("FILTER_NOT_SUPPORTED");
    };
  }

  private static TlValue participant(Call call, Member member) {
    boolean self = member.personId() == call.me().id();
    long creator =
        call.world().channels().members(member.channelId()).stream()
            .filter(m -> m.role() == Member.Role.CREATOR)
            .mapToLong(Member::personId)
            .findFirst()
            .orElse(Person.TELEGRAM);
    return switch (member.role()) {
      case CREATOR ->
          TlValue.of(
              "channelParticipantCreator",
              "user_id",
              member.personId(),
              "admin_rights",
              Views.adminRights(member));
      case ADMIN ->
          TlValue.of(
              "channelParticipantAdmin",
              "self",
              self,
              "user_id",
              member.personId(),
              "inviter_id",
              self ? creator : null,
              "promoted_by",
              creator,
              "date",
              member.joinedSeconds(),
              "admin_rights",
              Views.adminRights(member));
      case MUTED ->
          TlValue.of(
              "channelParticipantBanned",
              "peer",
              Views.peerUser(member.personId()),
              "kicked_by",
              creator,
              "date",
              member.joinedSeconds(),
              "banned_rights",
              Views.bannedRights(true));
      case MEMBER ->
          self
              ? TlValue.of(
                  "channelParticipantSelf",
                  "user_id",
                  member.personId(),
                  "inviter_id",
                  creator,
                  "date",
                  member.joinedSeconds())
              : TlValue.of(
                  "channelParticipant",
                  "user_id",
                  member.personId(),
                  "date",
                  member.joinedSeconds());
    };
  }
}
