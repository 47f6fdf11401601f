package xyz.contentfactory.kit.identity;

import java.time.Instant;
import java.util.UUID;

/// Sessions that ended before their last access token expires. A seam: in memory in one process, a
/// shared store when split.
public interface EndedSessions {
  /// Remembers that the session is over.
  ///
  /// @param until when the last access token of the session expires; forgotten after that
  void end(UUID sessionId, Instant until);

  boolean hasEnded(UUID sessionId);
}
