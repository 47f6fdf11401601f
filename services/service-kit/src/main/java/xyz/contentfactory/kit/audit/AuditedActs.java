package xyz.contentfactory.kit.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Reads a trail. A seam: each service has a trail of its own, and whoever shows them to admins
/// reads all of them.
public interface AuditedActs {
  /// The acts before this moment and, of those at this moment, before this id; as
  /// `AuditedAct.NEWEST_FIRST` orders them.
  ///
  /// @param most how many at most
  List<AuditedAct> before(Instant at, UUID id, AuditQuestion question, int most);
}
