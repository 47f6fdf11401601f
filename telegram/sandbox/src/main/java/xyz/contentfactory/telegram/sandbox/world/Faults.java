package xyz.contentfactory.telegram.sandbox.world;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The script of what shall go wrong; it survives a restart. Call only inside [World#change].
public final class Faults {

  public static final int MOST = 1000;

  private final Table<Fault> faults;

  Faults(WorldStore store) {
    faults = store.table("faults", Fault.class);
  }

  public Fault add(Fault wanted) {
    List<Fault> all = all();
    if (all.size() >= MOST) {
      throw Refusal.bad("FAULTS_TOO_MUCH");
    }
    long id = all.isEmpty() ? 1 : all.getLast().id() + 1;
    Fault fault =
        new Fault(
            id,
            wanted.number(),
            wanted.method(),
            wanted.kind(),
            wanted.seconds(),
            wanted.errorCode(),
            wanted.errorType(),
            wanted.times());
    faults.put(Table.key(id), fault);
    return fault;
  }

  public List<Fault> all() {
    return faults.all().toList();
  }

  public boolean remove(long id) {
    boolean there = faults.get(Table.key(id)) != null;
    faults.remove(Table.key(id));
    return there;
  }

  public void clear() {
    all().forEach(f -> remove(f.id()));
  }

  /// The oldest fault that hits this call; it is used up by one.
  public Optional<Fault> strike(@Nullable String caller, String method) {
    return strike(f -> f.hits(caller, method));
  }

  /// The oldest fault that hits what is pushed to this number; it is used up by one.
  public Optional<Fault> strikeUpdates(String receiver) {
    return strike(f -> f.hitsUpdates(receiver));
  }

  private Optional<Fault> strike(Predicate<Fault> hits) {
    if (faults.isEmpty()) {
      return Optional.empty();
    }
    Optional<Fault> hit = faults.all().filter(hits).findFirst();
    hit.ifPresent(fault -> {
      if (fault.times() > 1) {
        faults.put(Table.key(fault.id()), fault.onceLess());
      } else {
        faults.remove(Table.key(fault.id()));
      }
    });
    return hit;
  }
}
