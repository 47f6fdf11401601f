package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Groups whose messages stand in topics. Call only inside [World#change].
public final class Topics {

  private static final int MOST_TITLE = 128;
  private static final int FIRST_COLOUR = 0x6FB9F0;

  /// Those that Telegram offers.
  private static final Set<Integer> COLOURS =
      Set.of(FIRST_COLOUR, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F);

  /// What a new topic is to be.
  ///
  /// @param colour 0 leaves it to the server
  /// @param randomId what the client calls the wish; null when no client asks
  public record Wish(String title, int colour, @Nullable Long randomId) {}

  private final Table<Boolean> forums;
  private final Table<Topic> topics;
  private final Channels channels;
  private final RandomIds randomIds;
  private final Memberships memberships;
  private final Consumer<Outcome> outcomes;

  Topics(
      WorldStore store,
      Channels channels,
      RandomIds randomIds,
      Memberships memberships,
      Consumer<Outcome> outcomes) {
    this.memberships = memberships;
    forums = store.table("forums", Boolean.class);
    topics = store.table("topics", Topic.class);
    this.channels = channels;
    this.randomIds = randomIds;
    this.outcomes = outcomes;
  }

  public boolean isForum(long channelId) {
    return Boolean.TRUE.equals(forums.get(Table.key(channelId)));
  }

  /// Makes a group a forum, or an ordinary group again; its topics stay.
  public void toggle(Person who, Channel channel, boolean forum) {
    if (channel.broadcast()) {
      throw Refusal.bad("CHANNEL_INVALID");
    }
    mustManage(who, channel, "change_info");
    if (isForum(channel.id()) == forum) {
      throw Refusal.bad("CHAT_NOT_MODIFIED");
    }
    forums.put(Table.key(channel.id()), forum);
    if (find(channel.id(), Topic.GENERAL).isEmpty()) {
      keep(
          new Topic(
              channel.id(),
              Topic.GENERAL,
              "General",
              FIRST_COLOUR,
              who.id(),
              channel.createdSeconds(),
              false));
    }
    memberships.changed(channel);
  }

  /// Begins a topic with its service message; the same wish again begins none.
  public Topic begin(Person who, Channel channel, Wish wish, int now) {
    mustBeForum(channel);
    Long randomId = wish.randomId();
    Optional<Topic> before =
        randomId == null
            ? Optional.empty()
            : randomIds.find(who.id(), randomId).flatMap(sent -> find(channel.id(), sent.number()));
    if (before.isPresent()) {
      return before.get();
    }
    mustManage(who, channel, "manage_topics");
    String title = checkedTitle(wish.title());
    Draft draft = new Draft(new FormattedText(title, List.of()), randomId, true, false, null);
    Post post = channels.publish(channel, who.id(), now, draft, 0).beginningTopic();
    channels.keep(post);
    if (randomId != null) {
      randomIds.remember(who.id(), randomId, new RandomIds.Sent(channel.id(), 0, post.number()));
    }
    outcomes.accept(new Outcome.PostStands(post));
    int colour = COLOURS.contains(wish.colour()) ? wish.colour() : FIRST_COLOUR;
    return keep(new Topic(channel.id(), post.number(), title, colour, who.id(), now, false));
  }

  /// Renames, closes or opens it.
  ///
  /// @param title null keeps it
  /// @param closed null keeps it
  public Topic edit(
      Person who, Channel channel, int number, @Nullable String title, @Nullable Boolean closed) {
    mustBeForum(channel);
    Topic old = find(channel.id(), number).orElseThrow(() -> Refusal.bad("TOPIC_ID_INVALID"));
    if (old.creatorId() != who.id()) {
      mustManage(who, channel, "manage_topics");
    }
    Topic fresh =
        old.with(
            title == null ? old.title() : checkedTitle(title),
            Objects.requireNonNullElse(closed, old.closed()));
    if (fresh.equals(old)) {
      throw Refusal.bad("TOPIC_NOT_MODIFIED");
    }
    return keep(fresh);
  }

  private Topic keep(Topic topic) {
    topics.put(Table.key(topic.channelId(), topic.number()), topic);
    return topic;
  }

  /// All of them, the general one first, then the oldest.
  public List<Topic> of(long channelId) {
    return isForum(channelId) ? topics.under(Table.key(channelId)).toList() : List.of();
  }

  public Optional<Topic> find(long channelId, int number) {
    return number <= 0
        ? Optional.empty()
        : Optional.ofNullable(topics.get(Table.key(channelId, number)));
  }

  /// What stands in a topic, newest first.
  public Stream<Post> posts(long channelId, int topic) {
    return channels.history(channelId, 0, Integer.MAX_VALUE).stream()
        .filter(post -> topicOf(post) == topic);
  }

  /// In a forum every message has one.
  public static int topicOf(Post post) {
    return Objects.requireNonNullElse(post.topic(), Topic.GENERAL);
  }

  /// Where the draft comes to stand; refuses a topic that is not there or is closed to the sender.
  Draft placed(Person sender, Channel channel, Draft draft) {
    if (!isForum(channel.id())) {
      if (draft.topic() != null) {
        throw Refusal.bad("INPUT_REQUEST_INVALID");
      }
      return draft;
    }
    int number = wanted(channel, draft);
    Topic topic = find(channel.id(), number).orElseThrow(() -> Refusal.bad("TOPIC_DELETED"));
    if (topic.closed() && topic.creatorId() != sender.id()) {
      boolean mayManage =
          channels
              .member(channel.id(), sender.id())
              .filter(m -> m.may("manage_topics"))
              .isPresent();
      if (!mayManage) {
        throw Refusal.bad("TOPIC_CLOSED");
      }
    }
    Integer replyTo = draft.replyTo();
    boolean answersNobody = replyTo != null && replyTo == number && number != Topic.GENERAL;
    return draft.placed(number == Topic.GENERAL ? null : number, answersNobody ? null : replyTo);
  }

  private int wanted(Channel channel, Draft draft) {
    if (draft.topic() != null) {
      return draft.topic();
    }
    return Optional.ofNullable(draft.replyTo())
        .flatMap(number -> channels.post(channel.id(), number))
        .map(Topics::topicOf)
        .orElse(Topic.GENERAL);
  }

  private void mustBeForum(Channel channel) {
    if (!isForum(channel.id())) {
      throw Refusal.bad("CHANNEL_FORUM_MISSING");
    }
  }

  private void mustManage(Person who, Channel channel, String right) {
    if (channels.member(channel.id(), who.id()).filter(m -> m.may(right)).isEmpty()) {
      throw Refusal.bad("CHAT_ADMIN_REQUIRED");
    }
  }

  private static String checkedTitle(String title) {
    String stripped = title.strip();
    if (stripped.isEmpty() || stripped.length() > MOST_TITLE) {
      throw Refusal.bad("TOPIC_TITLE_EMPTY");
    }
    return stripped;
  }
}
