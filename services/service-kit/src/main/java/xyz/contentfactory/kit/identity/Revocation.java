package xyz.contentfactory.kit.identity;

import java.time.Instant;
import java.util.UUID;

/// Something that was valid and is not any more, although what proves it has not expired yet.
///
/// @param number later ones have higher numbers
/// @param subject the id of what it is about
/// @param until when the last proof expires by itself; forgotten after that
public record Revocation(long number, Kind kind, UUID subject, Instant until) {

  /// What is revoked.
  public enum Kind {
    /// A web session: its access tokens and its open streams end.
    SESSION,
    /// What the tokens of a member say, such as the role: those issued before are refused, and the
    /// sessions go on with a refresh.
    MEMBER,
    /// A key of a program.
    API_KEY
  }
}
