package xyz.contentfactory.user.session;

import java.time.Duration;
import java.time.Instant;

/// How long things last.
///
/// @param refreshTokenLife a session that is not used for so long is over
/// @param sessionLife after so long it is over, however often it is used: the person signs in again
/// @param refreshGrace within this time after its use a refresh token is accepted `GRACE_USES` more
///   times: the tabs of one browser refresh with the same cookie at the same moment, and a lost
///   answer is repeated. Later or more often means that somebody else has a copy, and ends the
///   session
public record SessionRules(Duration refreshTokenLife, Duration sessionLife, Duration refreshGrace) {
  /// More than the six connections that a browser opens to one place at a time.
  static final int GRACE_USES = 10;

  /// Until when a refresh token is good that is issued now.
  Instant endOfToken(Instant sessionBegan, Instant now) {
    Instant unused = now.plus(refreshTokenLife);
    Instant end = sessionBegan.plus(sessionLife);
    return unused.isBefore(end) ? unused : end;
  }
}
