package xyz.contentfactory.telegram.sandbox.world;

import java.util.Optional;
import java.util.function.Consumer;

/// Sending: exactly once for each random_id of a person. Call only inside [World#change].
public final class Writing {

  /// A post, new or known already.
  ///
  /// @param repeated whether this random_id had been sent before; then nothing was written
  public record SentPost(Channel channel, Post post, boolean repeated) {}

  public record SentLetter(Letter letter, boolean repeated) {}

  private final Channels channels;
  private final Mailboxes mailboxes;
  private final RandomIds randomIds;
  private final Topics topics;
  private final Voices voices;
  private final Consumer<Outcome> outcomes;

  Writing(
      Channels channels,
      Mailboxes mailboxes,
      RandomIds randomIds,
      Topics topics,
      Voices voices,
      Consumer<Outcome> outcomes) {
    this.channels = channels;
    this.mailboxes = mailboxes;
    this.randomIds = randomIds;
    this.topics = topics;
    this.voices = voices;
    this.outcomes = outcomes;
  }

  public SentPost toChannel(Person sender, Channel channel, Draft draft, int now) {
    long randomId = draft.randomId() == null ? 0 : draft.randomId();
    Optional<RandomIds.Sent> before = before(sender, randomId);
    if (before.isPresent()) {
      int number = before.get().number();
      Post post =
          before
              .filter(b -> b.channelId() == channel.id())
              .flatMap(b -> channels.post(channel.id(), number))
              .orElseThrow(Writing::usedElsewhere);
      return new SentPost(channel, post, true);
    }
    channels.mustBeAbleToWrite(channel, sender.id());
    Draft placed = topics.placed(sender, channel, voices.shown(sender, channel, draft));
    if (placed.replyTo() != null && channels.post(channel.id(), placed.replyTo()).isEmpty()) {
      throw Refusal.bad("REPLY_MESSAGE_ID_INVALID");
    }
    Post post = publish(channel, sender.id(), placed, now);
    randomIds.remember(sender.id(), randomId, new RandomIds.Sent(channel.id(), 0, post.number()));
    return new SentPost(channel, post, false);
  }

  private Post publish(Channel channel, long senderId, Draft draft, int now) {
    Post post = channels.publish(channel, senderId, now, draft, 1);
    outcomes.accept(new Outcome.PostStands(post));
    return post;
  }

  public SentLetter toPerson(
      Person sender, Person receiver, FormattedText text, long randomId, int now) {
    Optional<RandomIds.Sent> before = before(sender, randomId);
    if (before.isPresent()) {
      int number = before.get().number();
      Letter letter =
          before
              .filter(b -> b.channelId() == 0 && b.withId() == receiver.id())
              .flatMap(b -> mailboxes.find(sender.id(), number))
              .orElseThrow(Writing::usedElsewhere);
      return new SentLetter(letter, true);
    }
    if (receiver.isTelegram()) {
      throw Refusal.forbidden("CHAT_WRITE_FORBIDDEN");
    }
    Letter own = put(sender.id(), receiver.id(), true, text, now);
    if (receiver.id() != sender.id()) {
      put(receiver.id(), sender.id(), false, text, now);
    }
    randomIds.remember(sender.id(), randomId, new RandomIds.Sent(0, receiver.id(), own.number()));
    return new SentLetter(own, false);
  }

  /// A message from Telegram's service account.
  Letter fromTelegram(Person receiver, FormattedText text, int now) {
    return put(receiver.id(), Person.TELEGRAM, false, text, now);
  }

  private Letter put(long owner, long with, boolean outgoing, FormattedText text, int now) {
    Letter letter = mailboxes.put(owner, with, outgoing, now, text.text(), text.entities());
    outcomes.accept(new Outcome.LetterCame(letter));
    return letter;
  }

  /// Whether this random_id has been sent before.
  public boolean knows(Person sender, long randomId) {
    return before(sender, randomId).isPresent();
  }

  private Optional<RandomIds.Sent> before(Person sender, long randomId) {
    if (randomId == 0) {
      throw Refusal.bad("RANDOM_ID_EMPTY");
    }
    return randomIds.find(sender.id(), randomId);
  }

  private static Refusal usedElsewhere() {
    return new Refusal(500, "RANDOM_ID_DUPLICATE");
  }
}
