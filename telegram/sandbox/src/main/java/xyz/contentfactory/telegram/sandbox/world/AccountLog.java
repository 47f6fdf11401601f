package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.world.AccountEvent.Kind;

/// What happened to each person besides messages, counted in their `seq` and `qts`, for clients
/// that were away. Of each channel only the newest news is kept, since it says everything, and of a
/// bot's places the last 1,000. Call only inside [World#change].
public final class AccountLog {

  private static final int MOST_PLACES = 1000;

  /// Where a person's counters stand; seq begins at 1 as Telegram's does.
  public record Counters(int seq, int qts) {
    static final Counters FRESH = new Counters(1, 0);
  }

  private final Table<Counters> counters;
  private final Table<AccountEvent> news;
  private final Table<AccountEvent> places;
  private final Consumer<Outcome> outcomes;

  AccountLog(WorldStore store, Consumer<Outcome> outcomes) {
    counters = store.table("accounts.counters", Counters.class);
    news = store.table("accounts.news", AccountEvent.class);
    places = store.table("accounts.places", AccountEvent.class);
    this.outcomes = outcomes;
  }

  public Counters counters(long personId) {
    return Objects.requireNonNullElse(counters.get(Table.key(personId)), Counters.FRESH);
  }

  /// A channel is another one to this person.
  void channelChanged(long personId, long channelId, int now) {
    Counters old = counters(personId);
    Counters fresh = new Counters(old.seq() + 1, old.qts());
    counters.put(Table.key(personId), fresh);
    AccountEvent event =
        new AccountEvent(personId, Kind.CHANNEL, fresh.seq(), now, channelId, null, null);
    news.put(Table.key(personId, channelId), event);
    outcomes.accept(new Outcome.AccountMoved(event));
  }

  /// A bot has another place in a channel.
  void placeChanged(
      long botId, long channelId, @Nullable Member before, @Nullable Member after, int now) {
    Counters old = counters(botId);
    Counters fresh = new Counters(old.seq(), old.qts() + 1);
    counters.put(Table.key(botId), fresh);
    AccountEvent event =
        new AccountEvent(botId, Kind.PLACE, fresh.qts(), now, channelId, before, after);
    places.put(Table.key(botId, fresh.qts()), event);
    if (fresh.qts() > MOST_PLACES) {
      places.remove(Table.key(botId, fresh.qts() - (long) MOST_PLACES));
    }
    outcomes.accept(new Outcome.AccountMoved(event));
  }

  /// News of channels from this second on; the client says no counter of them, only a time.
  public List<AccountEvent> newsSince(long personId, int dateSeconds) {
    return news.under(Table.key(personId)).filter(e -> e.dateSeconds() >= dateSeconds).toList();
  }

  /// A bot's places after this qts, oldest first.
  public List<AccountEvent> placesSince(long personId, int qts) {
    return places.from(Table.key(personId, qts + 1L), Table.key(personId)).toList();
  }
}
