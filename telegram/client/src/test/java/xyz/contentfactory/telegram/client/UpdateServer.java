package xyz.contentfactory.telegram.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import xyz.contentfactory.telegram.tl.type.Channel;
import xyz.contentfactory.telegram.tl.type.Chat;
import xyz.contentfactory.telegram.tl.type.ChatPhotoEmpty;
import xyz.contentfactory.telegram.tl.type.Message;
import xyz.contentfactory.telegram.tl.type.PeerChannel;
import xyz.contentfactory.telegram.tl.type.PeerUser;
import xyz.contentfactory.telegram.tl.type.PlainMessage;
import xyz.contentfactory.telegram.tl.type.PlainUpdates;
import xyz.contentfactory.telegram.tl.type.Update;
import xyz.contentfactory.telegram.tl.type.UpdateBotStopped;
import xyz.contentfactory.telegram.tl.type.UpdateChannel;
import xyz.contentfactory.telegram.tl.type.UpdateChannelTooLong;
import xyz.contentfactory.telegram.tl.type.UpdateDeleteChannelMessages;
import xyz.contentfactory.telegram.tl.type.UpdateDeleteMessages;
import xyz.contentfactory.telegram.tl.type.UpdateNewChannelMessage;
import xyz.contentfactory.telegram.tl.type.UpdateNewMessage;
import xyz.contentfactory.telegram.tl.type.Updates;
import xyz.contentfactory.telegram.tl.type.UpdatesCombined;
import xyz.contentfactory.telegram.tl.type.updates.ChannelDifference;
import xyz.contentfactory.telegram.tl.type.updates.ChannelDifferenceEmpty;
import xyz.contentfactory.telegram.tl.type.updates.Difference;
import xyz.contentfactory.telegram.tl.type.updates.DifferenceEmpty;
import xyz.contentfactory.telegram.tl.type.updates.DifferenceSlice;
import xyz.contentfactory.telegram.tl.type.updates.PlainChannelDifference;
import xyz.contentfactory.telegram.tl.type.updates.PlainDifference;
import xyz.contentfactory.telegram.tl.type.updates.State;

/// A model of Telegram's side of one account: it counts what happens in pts, qts, seq and a pts for
/// each channel, remembers all of it, and tells the difference in slices. Each thing that happens
/// has a number of its own, by which a test sees who was told of it.
final class UpdateServer {
  private static final int SLICE = 5;

  /// One thing that happened.
  ///
  /// @param channel 0 for what belongs to the account
  private record Event(long channel, Update update, int end, int count, int date) {}

  private final RandomGenerator random;
  private final List<Event> log = new ArrayList<>();
  private final Map<Long, Integer> channels = new LinkedHashMap<>();
  private int pts = 1;
  private int qts;
  private int seq = 1;
  private int date = 1000;
  private int number;

  /// Every thing that happened.
  final List<Integer> happened = new ArrayList<>();

  UpdateServer(RandomGenerator random, int channelCount) {
    this.random = random;
    for (var id = 1L; id <= channelCount; id++) {
      channels.put(id, 1);
    }
  }

  UpdateState state() {
    return new UpdateState(pts, qts, seq, date);
  }

  int pts(long channel) {
    return channels.getOrDefault(channel, 1);
  }

  /// Something happens; what is pushed of it.
  Updates something() {
    return switch (random.nextInt(8)) {
      case 0 -> pushed(message());
      case 1 -> pushed(deletion());
      case 2 -> pushed(stopped());
      case 3 -> inSequence();
      default -> inChannel(1 + random.nextInt(channels.size()));
    };
  }

  private Updates pushed(Update... updates) {
    return new PlainUpdates(List.of(updates), List.of(), List.of(), date, 0);
  }

  private int next() {
    date++;
    number++;
    happened.add(number);
    return number;
  }

  private Update message() {
    var update = new UpdateNewMessage(message(next(), 0), ++pts, 1);
    log.add(new Event(0, update, pts, 1, date));
    return update;
  }

  private static Message message(int number, long channel) {
    return PlainMessage.builder()
        .id(number)
        .peerId(channel == 0 ? new PeerUser(7) : new PeerChannel(channel))
        .message("")
        .build();
  }

  private Update deletion() {
    var numbers = IntStream.rangeClosed(0, random.nextInt(3)).map(_ -> next()).boxed().toList();
    pts += numbers.size();
    var update = new UpdateDeleteMessages(numbers, pts, numbers.size());
    log.add(new Event(0, update, pts, numbers.size(), date));
    return update;
  }

  private Update stopped() {
    var update = new UpdateBotStopped(next(), date, true, ++qts);
    log.add(new Event(0, update, qts, 1, date));
    return update;
  }

  private Updates inSequence() {
    var updates = IntStream.rangeClosed(0, random.nextInt(2)).mapToObj(_ -> change()).toList();
    return updates.size() == 1
        ? new PlainUpdates(updates, List.of(), List.of(), date, seq)
        : new UpdatesCombined(updates, List.of(), List.of(), date, seq - updates.size() + 1, seq);
  }

  private Update change() {
    var update = new UpdateChannel(next());
    log.add(new Event(0, update, ++seq, 1, date));
    return update;
  }

  Updates inChannel(long channel) {
    var numbers = IntStream.rangeClosed(0, random.nextInt(3)).map(_ -> next()).boxed().toList();
    var count = numbers.size();
    var end = channels.merge(channel, count, Integer::sum);
    Update update =
        count == 1
            ? new UpdateNewChannelMessage(message(numbers.getFirst(), channel), end, 1)
            : new UpdateDeleteChannelMessages(channel, numbers, end, count);
    log.add(new Event(channel, update, end, count, date));
    return new PlainUpdates(List.of(update), List.of(), List.of(described(channel)), date, 0);
  }

  private static Chat described(long channel) {
    return Channel.builder()
        .id(channel)
        .accessHash(hash(channel))
        .title("")
        .photo(new ChatPhotoEmpty())
        .build();
  }

  static long hash(long channel) {
    return channel + 1000;
  }

  Object answer(DifferenceCall question) {
    return switch (question) {
      case DifferenceCall.AskState _ -> new State(pts, qts, date, seq, 0);
      case DifferenceCall.AskDifference(UpdateState since) -> difference(since);
      case DifferenceCall.AskChannelDifference(ChannelState since) -> difference(since);
    };
  }

  private boolean isAfter(Event event, UpdateState since) {
    return event.channel() == 0
        && switch (event.update()) {
          case UpdateBotStopped _ -> event.end() > since.qts();
          case UpdateChannel _ -> event.date() > since.dateSeconds();
          default -> event.end() > since.pts();
        };
  }

  private Difference difference(UpdateState since) {
    var missed = log.stream().filter(event -> isAfter(event, since)).toList();
    var told = missed.stream().limit(SLICE).toList();
    var messages = new ArrayList<Message>();
    var others = new ArrayList<Update>();
    told.forEach(event -> sort(event.update(), messages, others));
    if (told.size() < missed.size()) {
      return new DifferenceSlice(
          messages, List.of(), others, List.of(), List.of(), reached(since, told));
    }
    channels.forEach((id, end) -> {
      if (movedSince(id, since.dateSeconds())) {
        others.add(new UpdateChannelTooLong(id, end));
      }
    });
    return messages.isEmpty() && others.isEmpty()
        ? new DifferenceEmpty(date, seq)
        : new PlainDifference(
            messages, List.of(), others, List.of(), List.of(), new State(pts, qts, date, seq, 0));
  }

  private static void sort(Update update, List<Message> messages, List<Update> others) {
    switch (update) {
      case UpdateNewMessage m -> messages.add(m.message());
      case UpdateNewChannelMessage m -> messages.add(m.message());
      default -> others.add(update);
    }
  }

  private static State reached(UpdateState since, List<Event> told) {
    var p = since.pts();
    var q = since.qts();
    var s = since.seq();
    for (var event : told) {
      switch (event.update()) {
        case UpdateBotStopped _ -> q = event.end();
        case UpdateChannel _ -> s = event.end();
        default -> p = event.end();
      }
    }
    return new State(p, q, told.getLast().date(), s, 0);
  }

  private boolean movedSince(long channel, int since) {
    return log.stream().anyMatch(e -> e.channel() == channel && e.date() > since);
  }

  private ChannelDifference difference(ChannelState since) {
    if (since.accessHash() != hash(since.id())) {
      throw new AssertionError("the channel's access hash is not known");
    }
    var missed =
        log.stream().filter(e -> e.channel() == since.id() && e.end() > since.pts()).toList();
    if (missed.isEmpty()) {
      return new ChannelDifferenceEmpty(true, pts(since.id()), 30);
    }
    var told = missed.stream().limit(SLICE).toList();
    var messages = new ArrayList<Message>();
    var others = new ArrayList<Update>();
    told.forEach(event -> sort(event.update(), messages, others));
    return PlainChannelDifference.builder()
        .final_(told.size() == missed.size())
        .pts(told.getLast().end())
        .newMessages(messages)
        .otherUpdates(others)
        .chats(List.of(described(since.id())))
        .users(List.of())
        .build();
  }

  /// The numbers of what an update tells of.
  static List<Integer> told(Update update) {
    return switch (update) {
      case UpdateNewMessage m -> List.of(number(m.message()));
      case UpdateNewChannelMessage m -> List.of(number(m.message()));
      case UpdateDeleteMessages d -> d.messages();
      case UpdateDeleteChannelMessages d -> d.messages();
      case UpdateBotStopped s -> List.of((int) s.userId());
      case UpdateChannel c -> List.of((int) c.channelId());
      default -> List.of();
    };
  }

  private static int number(Message message) {
    return message instanceof PlainMessage m ? m.id() : 0;
  }
}
