package xyz.contentfactory.telegram.net;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Remembers what a connection told, and lets a test wait for it.
final class RecordingListener implements ConnectionListener {
  private static final long PATIENCE_SECONDS = 60;

  final List<KnownKey> keys = new CopyOnWriteArrayList<>();
  final List<Throwable> failures = new CopyOnWriteArrayList<>();
  final LinkedBlockingQueue<String> news = new LinkedBlockingQueue<>();
  final LinkedBlockingQueue<byte[]> pushes = new LinkedBlockingQueue<>();
  volatile @Nullable RuntimeException refuseKeys;
  volatile @Nullable KnownKey latest;

  @Override
  public void keyMade(KnownKey key) {
    var refusal = refuseKeys;
    if (refusal != null) {
      throw refusal;
    }
    keys.add(key);
    latest = key;
    news.add("key made");
  }

  @Override
  public void saltChanged(KnownKey key) {
    latest = key;
  }

  @Override
  public void connected() {
    news.add("connected");
  }

  @Override
  public void disconnected(Throwable reason, Duration retryIn) {
    failures.add(reason);
    news.add("disconnected");
  }

  @Override
  public void pushed(byte[] body) {
    pushes.add(body);
  }

  @Override
  public void newSession() {}

  @Override
  public void keyLost() {
    news.add("key lost");
  }

  /// Skips other news until this comes.
  void await(String wanted) {
    try {
      while (true) {
        var next = news.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (next == null) {
          throw new AssertionError("never told: " + wanted);
        }
        if (next.equals(wanted)) {
          return;
        }
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
