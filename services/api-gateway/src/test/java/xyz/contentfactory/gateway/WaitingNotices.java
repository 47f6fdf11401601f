package xyz.contentfactory.gateway;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import xyz.contentfactory.kit.notice.Notice;
import xyz.contentfactory.kit.notice.Notices;

/// Notices as a service that keeps accounts would have them.
final class WaitingNotices implements Notices {
  private final Map<UUID, Notice> waiting = new TreeMap<>();
  private boolean dying;

  synchronized void add(Notice notice) {
    waiting.put(notice.id(), notice);
  }

  /// From now on, or not any more, the process dies before it notes that one is passed on.
  synchronized void die(boolean so) {
    dying = so;
  }

  @Override
  public synchronized List<Notice> waiting() {
    return List.copyOf(waiting.values());
  }

  @Override
  public synchronized void told(UUID id) {
    if (dying) {
      throw new IllegalStateException("killed");
    }
    waiting.remove(id);
  }
}
