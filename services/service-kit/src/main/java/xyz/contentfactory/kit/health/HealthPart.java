package xyz.contentfactory.kit.health;

import java.util.Map;

/// A part of the installation that an admin wants to see working. Every bean of this type is shown
/// by `/api/v1/health/detailed`; it does not hold requests back, for that there is
/// `ReadinessCheck`.
public interface HealthPart {
  String part();

  /// Looks now; may throw, which means that it does not work.
  Reading read() throws Exception;

  /// What was seen.
  ///
  /// @param figures numbers and words for an admin, never a secret; in the order in which to show
  ///   them
  record Reading(boolean works, Map<String, Object> figures) {
    public static Reading of(boolean works) {
      return new Reading(works, Map.of());
    }
  }
}
