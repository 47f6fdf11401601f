package xyz.contentfactory.integration.fleet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.event.Topic;
import xyz.contentfactory.telegram.client.ChannelState;
import xyz.contentfactory.telegram.client.ClosedChat;
import xyz.contentfactory.telegram.client.Dialog;
import xyz.contentfactory.telegram.client.PeerRef;
import xyz.contentfactory.telegram.client.UpdateBatch;
import xyz.contentfactory.telegram.client.UpdateMark;
import xyz.contentfactory.telegram.tl.type.UpdateChannel;
import xyz.contentfactory.telegram.tl.type.UpdateChat;

/// Keeps what Telegram says of an account's channels, together with the mark of how far its updates
/// were read. Updates that change nothing here move the mark at most every five seconds: after a
/// kill they come again and change nothing again. Belongs to the client's thread.
final class UpdateRecord {
  private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);
  private static final int MOST_KNOWN = 1000;

  /// What the cabinet is told.
  record ChannelsChanged(UUID accountId) {}

  private final UUID id;
  private final UUID memberId;
  private final Claim claim;
  private final Stores stores;
  private final InstantSource clock;

  /// As written last, so that each post of a channel does not write the channel again.
  private final Map<PeerRef, Dialog> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PeerRef, Dialog> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  private final Map<Long, ChannelState> moved = new LinkedHashMap<>();
  private final Set<Long> forgotten = new LinkedHashSet<>();
  private Instant written = Instant.MIN;

  UpdateRecord(UUID id, UUID memberId, Claim claim, Stores stores, InstantSource clock) {
    this.id = id;
    this.memberId = memberId;
    this.claim = claim;
    this.stores = stores;
    this.clock = clock;
  }

  @Nullable UpdateMark mark() {
    return stores.marks().find(id).orElse(null);
  }

  /// Writes down what the batch means.
  ///
  /// @return true when the account's channels are to be read anew, because it does not say
  boolean keep(UpdateBatch batch) {
    batch.channels().forEach(channel -> moved.put(channel.id(), channel));
    batch
        .forgotten()
        .forEach(channel -> {
          moved.remove(channel);
          forgotten.add(channel);
        });
    List<Dialog> changed =
        batch.dialogs().stream().filter(d -> !d.equals(known.get(d.peer()))).toList();
    List<ClosedChat> closed = batch.closed();
    boolean anew = batch.restarted() || !batch.unclear().isEmpty() || isSilent(batch);
    Instant now = clock.instant();
    boolean means = anew || !changed.isEmpty() || !closed.isEmpty();
    if (!means && now.isBefore(written.plus(AT_LEAST_EVERY))) {
      return false;
    }
    boolean told =
        claim.write(() -> {
          stores.marks().keep(id, batch.state(), moved.values(), forgotten, anew);
          return stores.channels().change(id, changed, closed);
        });
    written = now;
    moved.clear();
    forgotten.clear();
    changed.forEach(dialog -> known.put(dialog.peer(), dialog));
    closed.forEach(chat -> known.remove(chat.peer()));
    if (told) {
      stores.events().publish(memberId, Topic.CHANNEL, new ChannelsChanged(id));
    }
    return anew;
  }

  /// Telegram says that a channel is another one, but not how.
  private static boolean isSilent(UpdateBatch batch) {
    Set<Long> described = new LinkedHashSet<>();
    batch.dialogs().forEach(dialog -> described.add(dialog.peer().id()));
    batch.closed().forEach(chat -> described.add(chat.peer().id()));
    return batch.updates().stream()
        .anyMatch(update ->
            switch (update) {
              case UpdateChannel(long channel) -> !described.contains(channel);
              case UpdateChat(long chat) -> !described.contains(chat);
              default -> false;
            });
  }
}
