package xyz.contentfactory.telegram.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.tl.TlObject;

/// Keeps the bytes of every login reported, as a database would, and remembers the news.
final class RecordingOwner implements ClientListener {
  final List<byte[]> stored = new CopyOnWriteArrayList<>();
  final List<ConnectionState> states = new CopyOnWriteArrayList<>();
  final LinkedBlockingQueue<TlObject> updates = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<RpcError> endings = new LinkedBlockingQueue<>();
  volatile @Nullable RuntimeException refuse;

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
  public void update(TlObject update) {
    updates.add(update);
  }

  @Override
  public void loggedOut(RpcError reason) {
    endings.add(reason);
  }

  /// What a restart would read.
  @Nullable StoredLogin latest() {
    return stored.isEmpty() ? null : StoredLogin.fromBytes(stored.getLast());
  }

  RpcError ending() {
    return taken(endings);
  }

  TlObject nextUpdate() {
    return taken(updates);
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
