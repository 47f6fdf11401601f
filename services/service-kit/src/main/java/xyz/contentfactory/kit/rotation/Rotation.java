package xyz.contentfactory.kit.rotation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.contentfactory.kit.rotation.SealedRows.Left;
import xyz.contentfactory.kit.secret.KeyVersion;
import xyz.contentfactory.kit.secret.RotatingKeyring;

/// Changes the key of everything that is encrypted, while it is in use.
///
/// `begin` adds a key; rounds, on every node, encrypt anew what the former one has encrypted, then
/// drop it. Nothing else is remembered: two keys in the keyring are the intent, the mark of each
/// value says whether it is done. So a kill at any moment costs nothing.
public final class Rotation {
  private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);

  /// Somebody may have encrypted under the former key and not yet written it down. No request, no
  /// transaction and no node that reads the keyring late takes so long.
  public static final Duration STRAGGLERS = Duration.ofMinutes(10);

  private static final Duration REST = Duration.ofSeconds(1);
  private static final Duration REST_WITH_UNREADABLE = Duration.ofMinutes(1);

  private final RotatingKeyring keyring;
  private final List<SealedColumns> services;
  private final InstantSource clock;

  public Rotation(RotatingKeyring keyring, List<SealedColumns> services, InstantSource clock) {
    this.keyring = keyring;
    this.services = List.copyOf(services);
    this.clock = clock;
  }

  /// Adds a key; the rounds do the rest.
  ///
  /// @return false when a change is under way already
  public boolean begin() {
    return keyring.rotate();
  }

  /// Does what is to be done now; nothing, as a rule.
  ///
  /// @return how long to rest
  public Duration round() {
    List<KeyVersion> versions = keyring.versions();
    if (versions.size() < 2) {
      return REST;
    }
    Instant begun = clock.instant();
    KeyVersion newest = versions.getLast();
    Left left = renew(versions.subList(0, versions.size() - 1));
    if (left.equals(Left.NOTHING) && keptUntil(newest).isBefore(begun) && keyring.retire(newest)) {
      LOG.info("key {} has encrypted everything, the former one is gone", newest.number());
    }
    return left.unreadable() == 0 ? REST : REST_WITH_UNREADABLE;
  }

  private Left renew(List<KeyVersion> older) {
    Left left = Left.NOTHING;
    for (SealedColumns service : services) {
      for (SealedColumn column : service.columns()) {
        left = left.and(new SealedRows(service.database().sql(), column).renew(keyring, older));
      }
    }
    return left;
  }

  private static Instant keptUntil(KeyVersion newest) {
    return newest.since().plus(STRAGGLERS);
  }

  public RotationStatus status() {
    List<KeyVersion> versions = keyring.versions();
    Map<String, Long> counts = countByMark();
    long values = counts.values().stream().mapToLong(Long::longValue).sum();
    if (versions.isEmpty()) {
      return new RotationStatus(0, null, false, values, 0, values, null);
    }
    long known = versions.stream().mapToLong(version -> of(version, counts)).sum();
    KeyVersion newest = versions.getLast();
    boolean underWay = versions.size() > 1;
    return new RotationStatus(
        newest.number(),
        newest.since(),
        underWay,
        values,
        of(newest, counts),
        values - known,
        underWay ? keptUntil(newest) : null);
  }

  private static long of(KeyVersion version, Map<String, Long> counts) {
    return counts.getOrDefault(version.mark(), 0L);
  }

  private Map<String, Long> countByMark() {
    Map<String, Long> all = new HashMap<>();
    for (SealedColumns service : services) {
      for (SealedColumn column : service.columns()) {
        new SealedRows(service.database().sql(), column)
            .countByMark()
            .forEach((mark, count) -> all.merge(mark, count, Long::sum));
      }
    }
    return all;
  }
}
