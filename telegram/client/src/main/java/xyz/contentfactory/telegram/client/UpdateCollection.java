package xyz.contentfactory.telegram.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.tl.type.Chat;
import xyz.contentfactory.telegram.tl.type.Update;
import xyz.contentfactory.telegram.tl.type.User;

/// What an [UpdateEngine] has found to hand on since it was asked last.
final class UpdateCollection {
  private final List<Update> updates = new ArrayList<>();
  private final List<Chat> chats = new ArrayList<>();
  private final List<User> users = new ArrayList<>();
  private final Set<UpdateNews.Company> met = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Long> unclear = new LinkedHashSet<>();
  private final Map<Long, @Nullable ChannelState> moved = new LinkedHashMap<>();
  private boolean restarted;

  void add(UpdateNews news) {
    updates.addAll(news.updates());
    meet(news.company());
  }

  void meet(UpdateNews.Company company) {
    if (met.add(company)) {
      chats.addAll(company.chats());
      users.addAll(company.users());
    }
  }

  void restarted() {
    restarted = true;
  }

  void unclear(long channel) {
    unclear.add(channel);
  }

  void moved(ChannelState channel) {
    moved.put(channel.id(), channel);
  }

  void forgotten(long channel) {
    moved.put(channel, null);
  }

  boolean isEmpty() {
    return updates.isEmpty()
        && chats.isEmpty()
        && unclear.isEmpty()
        && moved.isEmpty()
        && !restarted;
  }

  /// Gives everything away, with where the account stands after it.
  UpdateBatch take(UpdateState state) {
    var channels = new ArrayList<ChannelState>();
    var forgotten = new ArrayList<Long>();
    moved.forEach((id, channel) -> {
      if (channel == null) {
        forgotten.add(id);
      } else {
        channels.add(channel);
      }
    });
    var batch =
        new UpdateBatch(
            updates, chats, users, restarted, List.copyOf(unclear), state, channels, forgotten);
    clear();
    return batch;
  }

  private void clear() {
    updates.clear();
    chats.clear();
    users.clear();
    met.clear();
    unclear.clear();
    moved.clear();
    restarted = false;
  }
}
