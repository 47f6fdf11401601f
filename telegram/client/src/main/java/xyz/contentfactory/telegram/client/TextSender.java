package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.tl.method.messages.GetHistory;
import xyz.contentfactory.telegram.tl.method.messages.SendMessage;
import xyz.contentfactory.telegram.tl.type.Message;
import xyz.contentfactory.telegram.tl.type.PlainMessage;
import xyz.contentfactory.telegram.tl.type.PlainUpdates;
import xyz.contentfactory.telegram.tl.type.Update;
import xyz.contentfactory.telegram.tl.type.UpdateMessageID;
import xyz.contentfactory.telegram.tl.type.UpdateNewChannelMessage;
import xyz.contentfactory.telegram.tl.type.UpdateNewMessage;
import xyz.contentfactory.telegram.tl.type.UpdateShort;
import xyz.contentfactory.telegram.tl.type.UpdateShortSentMessage;
import xyz.contentfactory.telegram.tl.type.Updates;
import xyz.contentfactory.telegram.tl.type.UpdatesCombined;
import xyz.contentfactory.telegram.tl.type.messages.ChannelMessages;
import xyz.contentfactory.telegram.tl.type.messages.Messages;
import xyz.contentfactory.telegram.tl.type.messages.MessagesNotModified;
import xyz.contentfactory.telegram.tl.type.messages.MessagesSlice;
import xyz.contentfactory.telegram.tl.type.messages.PlainMessages;

/// Sends a text exactly once: the same random id may be tried any number of times.
final class TextSender {
  /// How far back a post of ours is looked for.
  private static final int HISTORY = 100;

  /// Our clock and Telegram's may disagree by this much when a post is looked for.
  private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);

  private final Calls calls;
  private final Peers peers;
  private final InstantSource clock;

  TextSender(Calls calls, Peers peers, InstantSource clock) {
    this.calls = calls;
    this.peers = peers;
    this.clock = clock;
  }

  SentMessage send(OutgoingText text) {
    var entities = TextEntities.write(text.entities());
    var manner = text.manner();
    var question =
        SendMessage.builder()
            .noWebpage(manner.preview() == OutgoingText.Preview.NONE)
            .invertMedia(manner.preview() == OutgoingText.Preview.ABOVE)
            .silent(manner.silent())
            .noforwards(manner.protect())
            .replyTo(Placements.replyTo(manner.place()))
            .sendAs(Placements.sendAs(manner.place()))
            .peer(Peers.input(text.peer()))
            .message(text.text())
            .randomId(text.randomId())
            .entities(entities.isEmpty() ? null : entities)
            .replyMarkup(MediaInputs.buttons(manner.buttons()))
            .build();
    try {
      return sent(text, calls.call(question));
    } catch (RpcException refused) {
      if (!refused.error().type().equals("RANDOM_ID_DUPLICATE")) {
        throw refused;
      }
      // An earlier attempt was taken: a refusal now would make somebody post it again.
      var earlier = inHistory(text);
      return earlier == null
          ? new SentMessage(text.peer(), null, text.firstTriedAt(), true)
          : earlier;
    }
  }

  private SentMessage sent(OutgoingText text, Updates answer) {
    peers.learn(answer);
    return switch (answer) {
      case UpdateShortSentMessage sent ->
          new SentMessage(text.peer(), sent.id(), Instant.ofEpochSecond(sent.date()), false);
      case PlainUpdates updates -> among(text, updates.updates(), updates.date());
      case UpdatesCombined updates -> among(text, updates.updates(), updates.date());
      case UpdateShort update -> among(text, List.of(update.update()), update.date());
      default -> unnumbered(text);
    };
  }

  /// What an answer reports; nothing when it is of a kind without a list.
  static List<Update> updates(Updates answer) {
    return switch (answer) {
      case PlainUpdates updates -> updates.updates();
      case UpdatesCombined updates -> updates.updates();
      case UpdateShort update -> List.of(update.update());
      default -> List.of();
    };
  }

  private SentMessage among(OutgoingText text, List<Update> updates, int dateSeconds) {
    var number = numberOf(text.randomId(), updates);
    if (number == null) {
      return unnumbered(text);
    }
    var message = newMessage(number, updates);
    var date = message == null ? dateSeconds : message.date();
    var when = date > 0 ? Instant.ofEpochSecond(date) : clock.instant();
    // A repeated random id is answered with the number alone, or with the message of long ago.
    var repeated = message == null || when.isBefore(text.firstTriedAt().minus(CLOCK_TOLERANCE));
    return new SentMessage(text.peer(), number, when, repeated);
  }

  static @Nullable Integer numberOf(long randomId, List<Update> updates) {
    for (var update : updates) {
      if (update instanceof UpdateMessageID(int number, long id) && id == randomId) {
        return number;
      }
    }
    return null;
  }

  static @Nullable PlainMessage newMessage(int number, List<Update> updates) {
    for (var update : updates) {
      var message =
          switch (update) {
            case UpdateNewChannelMessage posted -> posted.message();
            case UpdateNewMessage written -> written.message();
            default -> null;
          };
      if (message instanceof PlainMessage plain && plain.id() == number) {
        return plain;
      }
    }
    return null;
  }

  /// Telegram took the text but did not say as what.
  private SentMessage unnumbered(OutgoingText text) {
    var found = inHistory(text);
    return found == null ? new SentMessage(text.peer(), null, clock.instant(), false) : found;
  }

  /// The oldest post of ours with this text since the first attempt.
  @Nullable SentMessage inHistory(OutgoingText text) {
    var since = text.firstTriedAt().minus(CLOCK_TOLERANCE);
    SentMessage oldest = null;
    for (var plain : lastMessages(calls, text.peer())) {
      if ((plain.out() || plain.post())
          && plain.message().equals(text.text())
          && Placements.isThere(plain, text.manner().place())
          && !Instant.ofEpochSecond(plain.date()).isBefore(since)) {
        oldest =
            new SentMessage(text.peer(), plain.id(), Instant.ofEpochSecond(plain.date()), true);
      }
    }
    return oldest;
  }

  /// Newest first; none for bots, which may not read the history.
  static List<PlainMessage> lastMessages(Calls calls, PeerRef peer) {
    try {
      return plain(calls.call(new GetHistory(Peers.input(peer), 0, 0, 0, HISTORY, 0, 0, 0)));
    } catch (RpcException refused) {
      if (refused.error().type().equals("BOT_METHOD_INVALID")) {
        return List.of();
      }
      throw refused;
    }
  }

  private static List<PlainMessage> plain(Messages read) {
    var messages =
        switch (read) {
          case PlainMessages all -> all.messages();
          case MessagesSlice slice -> slice.messages();
          case ChannelMessages posts -> posts.messages();
          case MessagesNotModified _ -> List.<Message>of();
        };
    return messages.stream()
        .filter(PlainMessage.class::isInstance)
        .map(PlainMessage.class::cast)
        .toList();
  }
}
