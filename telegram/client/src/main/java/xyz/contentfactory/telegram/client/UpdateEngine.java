package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.DifferenceCall.AskChannelDifference;
import xyz.contentfactory.telegram.client.DifferenceCall.AskDifference;
import xyz.contentfactory.telegram.client.DifferenceCall.AskState;
import xyz.contentfactory.telegram.client.UpdateNews.Company;
import xyz.contentfactory.telegram.client.UpdatePlace.Common;
import xyz.contentfactory.telegram.client.UpdatePlace.InChannel;
import xyz.contentfactory.telegram.tl.type.Update;
import xyz.contentfactory.telegram.tl.type.Updates;
import xyz.contentfactory.telegram.tl.type.updates.ChannelDifference;
import xyz.contentfactory.telegram.tl.type.updates.Difference;
import xyz.contentfactory.telegram.tl.type.updates.State;

/// Makes one complete and ordered account of what happened out of what Telegram pushes, says in
/// answers, and has to be asked for; see <https://core.telegram.org/api/updates>.
///
/// Pure: pushed objects, answers and the time go in; questions to ask and batches to hand on come
/// out. Not safe for several threads. Everything it keeps is bounded.
final class UpdateEngine {
  /// Silence longer than this may mean that Telegram has forgotten us.
  static final Duration SILENCE = Duration.ofMinutes(15);

  /// How many updates of the account itself may wait for missing ones.
  private static final int MOST_EARLY = 200;

  private final UpdateCollection found = new UpdateCollection();
  private final ChannelCounters channels = new ChannelCounters(found);
  private final UpdateCounter pts = new UpdateCounter(MOST_EARLY, found::add);
  private final UpdateCounter qts = new UpdateCounter(MOST_EARLY, found::add);
  private final UpdateCounter seq = new UpdateCounter(MOST_EARLY, this::inSequence);
  private final DifferenceWish wish = new DifferenceWish();
  private boolean begun;
  private boolean stateChanged;
  private int dateSeconds;
  private Instant heard;

  /// Goes on where a record ends.
  ///
  /// @param mark null to begin with what happens from now on
  UpdateEngine(@Nullable UpdateMark mark, Instant now) {
    heard = now;
    hold();
    if (mark != null) {
      begun = true;
      reached(mark.state(), now);
      stateChanged = false;
      mark.channels().forEach(channels::restore);
    }
    wish.want();
  }

  /// Something may be missing: a new connection or session, or updates that were thrown away.
  void missed() {
    wish.want();
  }

  /// Takes in what Telegram pushed, or what it answered a call of ours with.
  void received(Updates envelope, Instant now) {
    heard = now;
    var opened = OpenedUpdates.of(envelope);
    if (opened == null) {
      wish.want();
      return;
    }
    var free = new ArrayList<Update>();
    for (var update : opened.updates()) {
      if (!placed(update, opened.company(), now)) {
        free.add(update);
      }
    }
    channels.learn(opened.company().chats());
    if (opened.pts() != null) {
      common(opened.pts(), List.of(), Company.NONE, now);
    }
    free(opened, free, now);
  }

  /// What has no counter goes by the one of the envelope, if that has one.
  private void free(OpenedUpdates opened, List<Update> free, Instant now) {
    if (opened.seq() == 0) {
      if (!free.isEmpty()) {
        found.add(UpdateNews.free(free, opened.company()));
      }
      return;
    }
    stateChanged = true;
    var count = opened.seq() - opened.seqStart() + 1;
    var news = new UpdateNews(free, opened.seq(), count, opened.dateSeconds(), opened.company());
    if (!seq.take(news, now)) {
      wish.want();
    }
  }

  private void inSequence(UpdateNews news) {
    found.add(news);
    dateSeconds = Math.max(dateSeconds, news.dateSeconds());
  }

  /// True when the update had a counter of its own.
  private boolean placed(Update update, Company company, Instant now) {
    switch (UpdatePlace.of(update)) {
      case Common place -> common(place, List.of(update), company, now);
      case UpdatePlace.Secondary(int end) -> {
        stateChanged = true;
        if (!qts.take(new UpdateNews(List.of(update), end, 1, company), now)) {
          wish.want();
        }
      }
      case InChannel place ->
          channels.take(
              place, new UpdateNews(List.of(update), place.end(), place.count(), company), now);
      case UpdatePlace.ChannelTooLong(long channel, var end) -> {
        found.meet(company);
        channels.tooLong(channel, end, now);
      }
      case UpdatePlace.Moved() -> wish.want();
      case UpdatePlace.Free() -> {
        return false;
      }
    }
    return true;
  }

  private void common(Common place, List<Update> updates, Company company, Instant now) {
    stateChanged = true;
    if (!pts.take(new UpdateNews(updates, place.end(), place.count(), company), now)) {
      wish.want();
    }
  }

  /// A call of ours has moved the account's counter.
  void moved(Common place, Instant now) {
    common(place, List.of(), Company.NONE, now);
  }

  /// A call of ours has moved a channel's counter.
  void moved(InChannel place, Instant now) {
    channels.take(place, new UpdateNews(List.of(), place.end(), place.count(), Company.NONE), now);
  }

  /// Where a channel stands was read elsewhere, in the list of dialogs for example.
  void seen(ChannelState channel, Instant now) {
    channels.seen(channel, now);
  }

  /// The next question to ask now; it is answered or has failed before the same one comes again.
  @Nullable DifferenceCall next(Instant now) {
    if (!now.isBefore(heard.plus(SILENCE))) {
      heard = now;
      wish.want();
    }
    var due = due();
    if (due == null || due.isAfter(now)) {
      return channels.next(now);
    }
    wish.begin();
    hold();
    return begun ? new AskDifference(state()) : new AskState();
  }

  /// When to look for a question although nothing happens.
  Instant alarm() {
    var first = heard.plus(SILENCE);
    for (var due : new @Nullable Instant[] {due(), channels.due()}) {
      if (due != null && due.isBefore(first)) {
        first = due;
      }
    }
    return first;
  }

  private @Nullable Instant due() {
    Instant gap = null;
    for (var since : new @Nullable Instant[] {pts.gapSince(), qts.gapSince(), seq.gapSince()}) {
      if (since != null && (gap == null || since.isBefore(gap))) {
        gap = since;
      }
    }
    return wish.due(gap);
  }

  private void hold() {
    pts.hold();
    qts.hold();
    seq.hold();
  }

  /// The answer to [AskState].
  void begin(State now, Instant at) {
    begun = true;
    found.restarted();
    wish.answered(false);
    stateChanged = true;
    dateSeconds = now.date();
    pts.begin(now.pts(), at);
    qts.begin(now.qts(), at);
    seq.begin(now.seq(), at);
  }

  /// The answer to [AskDifference].
  void answered(Difference difference, Instant now) {
    heard = now;
    var read = ReadDifference.of(difference, state());
    found.meet(read.company());
    found.add(UpdateNews.free(read.messages(), Company.NONE));
    var own = new ArrayList<Update>();
    for (var update : read.others()) {
      switch (UpdatePlace.of(update)) {
        case InChannel _, UpdatePlace.ChannelTooLong _ -> placed(update, read.company(), now);
        case Common _, UpdatePlace.Secondary _, UpdatePlace.Moved _, UpdatePlace.Free _ ->
            own.add(update);
      }
    }
    found.add(UpdateNews.free(own, Company.NONE));
    channels.learn(read.company().chats());
    if (read.tooLong()) {
      found.restarted();
    }
    wish.answered(read.more());
    var to = read.state();
    reached(new UpdateState(to.pts(), to.qts(), to.seq(), to.date()), now);
  }

  private void reached(UpdateState state, Instant now) {
    stateChanged = true;
    dateSeconds = Math.max(dateSeconds, state.dateSeconds());
    pts.advance(state.pts(), now);
    qts.advance(state.qts(), now);
    seq.advance(state.seq(), now);
  }

  /// The answer to [AskChannelDifference].
  void answered(AskChannelDifference asked, ChannelDifference difference, Instant now) {
    var channel = asked.since().id();
    var read = ReadChannelDifference.of(difference, asked.since());
    channels.learn(read.company().chats());
    found.meet(read.company());
    for (var update : read.updates()) {
      var ofOther =
          UpdatePlace.of(update) instanceof InChannel(long other, _, _) && other != channel;
      if (ofOther) {
        placed(update, read.company(), now);
      } else {
        found.add(UpdateNews.free(List.of(update), Company.NONE));
      }
    }
    if (read.tooLong()) {
      found.unclear(channel);
    }
    channels.reached(channel, read.pts(), read.more(), now);
  }

  /// No answer came, or one that says to ask later.
  ///
  /// @param delay how much later; null when Telegram does not say
  void failed(DifferenceCall asked, @Nullable Duration delay, Instant now) {
    if (asked instanceof AskChannelDifference(ChannelState since)) {
      channels.failed(since.id(), delay, now);
      return;
    }
    wish.failed(now, delay);
    if (begun) {
      pts.release(now);
      qts.release(now);
      seq.release(now);
    }
  }

  /// Telegram does not want to answer at all: the channel is closed to us, or our counters mean
  /// nothing to it and we begin anew.
  void refused(DifferenceCall asked, Instant now) {
    if (asked instanceof AskChannelDifference(ChannelState since)) {
      channels.refused(since.id());
      return;
    }
    begun = false;
    pts.end();
    qts.end();
    seq.end();
    wish.failed(now, null);
  }

  /// What there is to hand on, if anything; not before it has begun.
  @Nullable UpdateBatch take() {
    if (!begun || (found.isEmpty() && !stateChanged)) {
      return null;
    }
    stateChanged = false;
    return found.take(state());
  }

  private UpdateState state() {
    return new UpdateState(
        Objects.requireNonNullElse(pts.value(), 0),
        Objects.requireNonNullElse(qts.value(), 0),
        Objects.requireNonNullElse(seq.value(), 0),
        dateSeconds);
  }
}
