package xyz.contentfactory.telegram.sandbox.world;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import tools.jackson.databind.json.JsonMapper;

/// The durable store of the world: one file, one writer at a time, committed before anyone hears of
/// the change. A killed process finds everything that was ever answered.
public final class WorldStore implements AutoCloseable {

  private static final int CACHE_MEGABYTES = 4;

  /// Small pages, because every commit writes whole ones.
  private static final int PAGE_BYTES = 4 << 10;

  /// After so many commits old space is gathered in, so that the file does not grow with time.
  private static final int TIDY_EVERY = 256;

  private static final int WORTH_KEEPING_PERCENT = 70;
  private static final int TIDY_BYTES = 4 << 20;

  private final MVStore store;
  private final JsonMapper json = JsonMapper.builder().build();
  private final ReentrantLock lock = new ReentrantLock();
  private long commits;

  private WorldStore(MVStore store) {
    this.store = store;
  }

  /// Opens the file, or makes it.
  ///
  /// @throws InUse when another process holds the file
  public static WorldStore open(Path file) {
    try {
      MVStore store =
          new MVStore.Builder()
              .fileName(file.toString())
              .autoCommitDisabled()
              .cacheSize(CACHE_MEGABYTES)
              .pageSplitSize(PAGE_BYTES)
              .compress()
              .open();
      // Freed space is used again at once: a kill keeps the order of writes, only a power cut might
      // not.
      store.setRetentionTime(0);
      return new WorldStore(store);
    } catch (MVStoreException e) {
      if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
        throw new InUse(file);
      }
      throw e;
    }
  }

  <V> Table<V> table(String name, Class<V> type) {
    return new Table<>(store.openMap(name), json, type);
  }

  /// Runs the work alone and commits what it changed, also when it ends in a [Refusal]; anything
  /// else that is thrown takes the changes back.
  public <T> T change(Supplier<T> work) {
    lock.lock();
    try {
      if (store.isClosed()) {
        throw new Closed();
      }
      T result = work.get();
      commit();
      return result;
    } catch (Refusal refusal) {
      commit();
      throw refusal;
    } catch (RuntimeException | Error e) {
      if (!store.isClosed()) {
        store.rollback();
      }
      throw e;
    } finally {
      lock.unlock();
    }
  }

  private void commit() {
    if (store.hasUnsavedChanges()) {
      store.commit();
      commits++;
      if (commits % TIDY_EVERY == 0) {
        store.compact(WORTH_KEEPING_PERCENT, TIDY_BYTES);
      }
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (!store.isClosed()) {
        store.close();
      }
    } finally {
      lock.unlock();
    }
  }

  /// The sandbox is stopping; whoever still works in it may give up silently.
  public static final class Closed extends RuntimeException {
    Closed() {
      super("the world is closed");
    }
  }

  /// Another process has the store open.
  public static final class InUse extends RuntimeException {
    InUse(Path file) {
      super("The data folder is in use: another process holds " + file);
    }
  }
}
