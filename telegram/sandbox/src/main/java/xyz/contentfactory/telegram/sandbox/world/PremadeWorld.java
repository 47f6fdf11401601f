package xyz.contentfactory.telegram.sandbox.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The people and channels that a new sandbox begins with, read from `world.json`.
record PremadeWorld(List<Being> people, List<Room> channels) {

  /// Somebody. The cloud passwords are no secrets, the hints say them; their verifiers are worked
  /// out beforehand, for each costs a new sandbox half a second.
  record Being(
      String phone,
      String first,
      String last,
      @Nullable String username,
      @Nullable CloudPassword cloudPassword,
      @Nullable Boolean banned,
      Person.@Nullable CodeDelivery codeDelivery) {}

  record Room(
      long id,
      String title,
      @Nullable String username,
      boolean broadcast,
      @Nullable Boolean signatures,
      int audience,
      String about,
      String creator,
      Map<String, Set<String>> admins,
      List<String> members,
      @Nullable List<String> muted,
      List<Note> posts,
      @Nullable List<Theme> topics) {}

  record Note(String from, int hoursAgo, String text) {}

  /// A topic of a forum.
  record Theme(String title, int colour, @Nullable Boolean closed) {}

  private static final int SECONDS_AN_HOUR = (int) Duration.ofHours(1).toSeconds();
  private static final int AGE_SECONDS = (int) Duration.ofDays(200).toSeconds();

  static PremadeWorld shipped() {
    try (InputStream in =
        PremadeWorld.class.getResourceAsStream("/xyz/contentfactory/telegram/sandbox/world.json")) {
      if (in == null) {
        throw new IllegalStateException("world.json is missing from the sandbox jar");
      }
      return JsonMapper.builder().build().readValue(in, PremadeWorld.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void settle(World world) {
    world
        .people()
        .keep(
            new Person(
                Person.TELEGRAM,
                "42777",
                2,
                "Telegram",
                "",
                null,
                null,
                false,
                Person.CodeDelivery.APP));
    people.forEach(being -> settle(world, being));
    channels.forEach(room -> settle(world, room));
  }

  private static void settle(World world, Being being) {
    Person person =
        world.people().join(new PhoneNumber(being.phone()), being.first(), being.last());
    world
        .people()
        .keep(
            new Person(
                person.id(),
                person.phone(),
                person.dc(),
                person.firstName(),
                person.lastName(),
                being.username(),
                being.cloudPassword(),
                Boolean.TRUE.equals(being.banned()),
                being.codeDelivery() == null ? Person.CodeDelivery.APP : being.codeDelivery()));
  }

  private static void settle(World world, Room room) {
    int born = world.now() - AGE_SECONDS;
    Channel channel =
        new Channel(
            room.id(),
            room.title(),
            room.about(),
            room.username(),
            room.broadcast(),
            Boolean.TRUE.equals(room.signatures()),
            born,
            room.audience());
    world.channels().keep(channel);
    members(world, room, born).forEach(world.channels()::admit);
    for (Note note : room.posts()) {
      world
          .channels()
          .publish(
              channel,
              id(world, note.from()),
              world.now() - note.hoursAgo() * SECONDS_AN_HOUR,
              Draft.plain(Markup.parse(note.text())),
              1 + room.audience() * 2 / 5);
    }
    if (room.topics() != null) {
      Person creator = world.people().get(id(world, room.creator()));
      world.topics().toggle(creator, channel, true);
      room.topics().forEach(theme -> settle(world, channel, creator, theme));
    }
  }

  private static void settle(World world, Channel channel, Person creator, Theme theme) {
    Topic topic =
        world
            .topics()
            .begin(
                creator,
                channel,
                new Topics.Wish(theme.title(), theme.colour(), null),
                world.now() - SECONDS_AN_HOUR);
    if (Boolean.TRUE.equals(theme.closed())) {
      world.topics().edit(creator, channel, topic.number(), null, true);
    }
  }

  private static Stream<Member> members(World world, Room room, int born) {
    Member creator =
        new Member(
            room.id(),
            id(world, room.creator()),
            Member.Role.CREATOR,
            Channels.allRights(room.broadcast()),
            born,
            0);
    Stream<Member> admins =
        room.admins().entrySet().stream()
            .map(a ->
                new Member(
                    room.id(), id(world, a.getKey()), Member.Role.ADMIN, a.getValue(), born, 0));
    List<String> muted = room.muted() == null ? List.of() : room.muted();
    return Stream.of(
            Stream.of(creator),
            admins,
            plain(world, room, room.members(), Member.Role.MEMBER, born),
            plain(world, room, muted, Member.Role.MUTED, born))
        .flatMap(s -> s);
  }

  private static Stream<Member> plain(
      World world, Room room, List<String> phones, Member.Role role, int born) {
    return phones.stream()
        .map(phone -> new Member(room.id(), id(world, phone), role, Set.of(), born, 0));
  }

  private static long id(World world, String phone) {
    return world.people().of(new PhoneNumber(phone)).orElseThrow().id();
  }
}
