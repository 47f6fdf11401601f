package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.DifferenceCall.AskChannelDifference;
import xyz.contentfactory.telegram.client.UpdatePlace.InChannel;
import xyz.contentfactory.telegram.tl.type.Channel;
import xyz.contentfactory.telegram.tl.type.Chat;

/// The counters of the channels that an account gets updates from. Beyond 5,000 of them the one
/// that was met longest ago is forgotten; in each at most 20 updates wait for a missing one.
final class ChannelCounters {
  private static final int MOST = 5000;
  private static final int MOST_EARLY = 20;

  private final UpdateCollection found;
  private final Map<Long, Followed> followed = new LinkedHashMap<>(16, 0.75f, true);

  /// Those with a gap, a question to ask, or an open one.
  private final Map<Long, Followed> troubled = new LinkedHashMap<>();

  private static final class Followed {
    private final long id;
    private final UpdateCounter counter;
    private final DifferenceWish wish = new DifferenceWish();
    private long accessHash;
    private @Nullable ChannelState noted;

    Followed(long id, UpdateCollection found) {
      this.id = id;
      counter = new UpdateCounter(MOST_EARLY, found::add);
    }

    @Nullable ChannelState state() {
      var pts = counter.value();
      return pts == null || pts <= 0 ? null : new ChannelState(id, accessHash, pts);
    }

    @Nullable Instant due() {
      return wish.due(counter.gapSince());
    }
  }

  ChannelCounters(UpdateCollection found) {
    this.found = found;
  }

  /// Goes on from what was recorded.
  void restore(ChannelState state) {
    var channel = follow(state.id());
    channel.accessHash = state.accessHash();
    channel.counter.advance(state.pts(), Instant.EPOCH);
    channel.noted = state;
  }

  /// Where a channel stands was read somewhere else: the beginning of following it, or the proof
  /// that something is missing.
  void seen(ChannelState state, Instant now) {
    var channel = follow(state.id());
    channel.accessHash = state.accessHash();
    settle(channel);
    var known = channel.counter.value();
    if (known == null) {
      channel.counter.advance(state.pts(), now);
      settle(channel);
    } else if (state.pts() > known) {
      want(channel);
    }
  }

  void learn(List<Chat> chats) {
    for (var chat : chats) {
      if (chat instanceof Channel channel && !channel.min() && channel.accessHash() != null) {
        var known = followed.get(channel.id());
        if (known != null && known.accessHash != channel.accessHash()) {
          known.accessHash = channel.accessHash();
          settle(known);
        }
      }
    }
  }

  void take(InChannel place, UpdateNews news, Instant now) {
    var channel = follow(place.channel());
    if (!channel.counter.take(news, now)) {
      want(channel);
    }
    settle(channel);
  }

  void tooLong(long id, @Nullable Integer pts, Instant now) {
    var known = followed.get(id);
    var state = known == null ? null : known.state();
    if (known == null || state == null) {
      begin(id, pts, now);
    } else if (pts == null || pts > state.pts()) {
      want(known);
    }
  }

  /// What was before is not known.
  private void begin(long id, @Nullable Integer pts, Instant now) {
    found.unclear(id);
    if (pts != null) {
      var channel = follow(id);
      channel.counter.advance(pts, now);
      settle(channel);
    }
  }

  private Followed follow(long id) {
    var channel = followed.computeIfAbsent(id, name -> new Followed(name, found));
    if (followed.size() > MOST) {
      followed.keySet().stream()
          .filter(each -> !troubled.containsKey(each))
          .findFirst()
          .ifPresent(this::forget);
    }
    return channel;
  }

  private void forget(long id) {
    followed.remove(id);
    troubled.remove(id);
    found.forgotten(id);
  }

  private void want(Followed channel) {
    channel.wish.want();
    troubled.put(channel.id, channel);
  }

  /// Notes where the channel stands, and whether it must be looked after.
  private void settle(Followed channel) {
    var state = channel.state();
    if (state != null && !state.equals(channel.noted)) {
      channel.noted = state;
      found.moved(state);
    }
    if (channel.wish.isIdle() && channel.counter.gapSince() == null) {
      troubled.remove(channel.id);
    } else {
      troubled.put(channel.id, channel);
    }
  }

  /// When the next question is to be asked; null when none is.
  @Nullable Instant due() {
    Instant first = null;
    for (var channel : troubled.values()) {
      var due = channel.due();
      if (due != null && (first == null || due.isBefore(first))) {
        first = due;
      }
    }
    return first;
  }

  @Nullable DifferenceCall next(Instant now) {
    for (var channel : troubled.values()) {
      var due = channel.due();
      var state = channel.state();
      if (due != null && !due.isAfter(now) && state != null) {
        channel.wish.begin();
        channel.counter.hold();
        return new AskChannelDifference(state);
      }
    }
    return null;
  }

  /// A difference was handed on; everything up to here is known.
  ///
  /// @param more Telegram has more of it
  void reached(long id, int pts, boolean more, Instant now) {
    var channel = followed.get(id);
    if (channel != null) {
      channel.wish.answered(more);
      channel.counter.advance(pts, now);
      settle(channel);
    }
  }

  /// @param delay how long Telegram wants to hear nothing; null when it did not say
  void failed(long id, @Nullable Duration delay, Instant now) {
    var channel = followed.get(id);
    if (channel != null) {
      channel.wish.failed(now, delay);
      channel.counter.release(now);
      settle(channel);
    }
  }

  /// Telegram does not tell of this channel any more.
  void refused(long id) {
    forget(id);
    found.unclear(id);
  }
}
