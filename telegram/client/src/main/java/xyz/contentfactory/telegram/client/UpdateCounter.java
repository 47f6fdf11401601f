package xyz.contentfactory.telegram.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One of Telegram's counters of updates: hands on what follows, passes over what it has seen, and
/// keeps what came too early for a short time. Pure; the clock is handed in.
final class UpdateCounter {
  /// How long what is missing may still come by itself.
  static final Duration PATIENCE = Duration.ofMillis(500);

  private static final Comparator<UpdateNews> IN_ORDER =
      Comparator.comparingInt(UpdateNews::start).thenComparingInt(UpdateNews::end);

  private final int mostEarly;
  private final Consumer<UpdateNews> following;
  private final List<UpdateNews> early = new ArrayList<>(0);
  private @Nullable Integer value;
  private @Nullable Instant gapSince;
  private boolean held;

  /// Makes a counter.
  ///
  /// @param mostEarly how many may wait for what is missing; with more of them it is asked for
  /// @param following gets everything once, in order
  UpdateCounter(int mostEarly, Consumer<UpdateNews> following) {
    this.mostEarly = mostEarly;
    this.following = following;
  }

  /// Null until it begins.
  @Nullable Integer value() {
    return value;
  }

  /// Since when something is missing; null when nothing is.
  @Nullable Instant gapSince() {
    return held ? null : gapSince;
  }

  /// Takes something in.
  ///
  /// @return false when it had to be thrown away: only a difference can tell of it now
  boolean take(UpdateNews news, Instant now) {
    if (value == null && !held) {
      value = news.start();
    }
    if (value != null && (isOld(news, value) || (!held && follows(news, value)))) {
      closeGap();
      return true;
    }
    if (early.size() >= mostEarly) {
      early.clear();
      gapSince = null;
      return false;
    }
    early.add(news);
    if (gapSince == null) {
      gapSince = now;
    }
    return true;
  }

  private boolean follows(UpdateNews news, int at) {
    if (news.start() != at) {
      return false;
    }
    value = news.end();
    following.accept(news);
    return true;
  }

  private static boolean isOld(UpdateNews news, int at) {
    return news.start() < at;
  }

  /// Whatever comes from now on waits: a difference is under way, which may have it, too.
  void hold() {
    held = true;
  }

  /// The difference was asked for in vain.
  void release(Instant now) {
    held = false;
    closeGap();
    if (!early.isEmpty()) {
      gapSince = now;
    }
  }

  /// What was counted means nothing any more; it begins again later.
  void end() {
    value = null;
    held = true;
  }

  /// Begins here, whatever was before.
  void begin(int at, Instant now) {
    value = at;
    release(now);
  }

  /// Everything up to here is known now.
  void advance(int to, Instant now) {
    if (value == null || to > value) {
      value = to;
    }
    release(now);
  }

  private void closeGap() {
    if (held || value == null || early.isEmpty()) {
      return;
    }
    early.sort(IN_ORDER);
    var reached = 0;
    for (var next : early) {
      if (!isOld(next, value) && !follows(next, value)) {
        break;
      }
      reached++;
    }
    early.subList(0, reached).clear();
    if (early.isEmpty()) {
      gapSince = null;
    }
  }
}
