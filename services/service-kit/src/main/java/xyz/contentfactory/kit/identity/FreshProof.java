package xyz.contentfactory.kit.identity;

import java.util.UUID;

/// Whether the person of a session proved a short while ago who they are. A seam: in one process
/// the service that keeps the sessions answers itself.
public interface FreshProof {
  /// False, too, for a session that has ended.
  boolean isFresh(UUID sessionId);
}
