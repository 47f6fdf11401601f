package xyz.contentfactory.telegram.client;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;

/// Keeps the bytes of every login reported, as a database would, and remembers the news.
final class RecordingOwner implements ClientListener {
  final List<byte[]> stored = new CopyOnWriteArrayList<>();
  final List<ConnectionState> states = new CopyOnWriteArrayList<>();
  final LinkedBlockingQueue<UpdateBatch> batches = new LinkedBlockingQueue<>();
  final Map<Long, ChannelState> channels = new ConcurrentHashMap<>();
  final LinkedBlockingQueue<RpcError> endings = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<ProxyFailed.Reason> proxyFailures = new LinkedBlockingQueue<>();
  volatile @Nullable RuntimeException refuse;
  volatile @Nullable UpdateState state;

  /// How many batches are not kept.
  final AtomicInteger refuseBatches = new AtomicInteger();

  @Override
  public void loginChanged(StoredLogin login) {
    var refusal = refuse;
    if (refusal != null) {
      throw refusal;
    }
    stored.add(login.toBytes());
  }

  @Override
  public void stateChanged(ConnectionState state) {
    states.add(state);
  }

  @Override
  public void proxyFailed(ProxyFailed.Reason reason) {
    proxyFailures.add(reason);
  }

  @Override
  public @Nullable UpdateMark updateMark() {
    var known = state;
    return known == null ? null : new UpdateMark(known, List.copyOf(channels.values()));
  }

  @Override
  public void updated(UpdateBatch batch) {
    if (refuseBatches.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("the database is away");
    }
    state = batch.state();
    batch.channels().forEach(channel -> channels.put(channel.id(), channel));
    batch.forgotten().forEach(channels::remove);
    batches.add(batch);
  }

  @Override
  public void loggedOut(RpcError reason) {
    endings.add(reason);
  }

  /// What a restart would read.
  @Nullable StoredLogin latest() {
    return stored.isEmpty() ? null : StoredLogin.fromBytes(stored.getLast());
  }

  ProxyFailed.Reason proxyFailure() {
    return taken(proxyFailures);
  }

  RpcError ending() {
    return taken(endings);
  }

  UpdateBatch nextBatch() {
    return taken(batches);
  }

  private static <T> T taken(LinkedBlockingQueue<T> from) {
    try {
      var next = from.poll(60, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("never told");
      }
      return next;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
