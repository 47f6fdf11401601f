package xyz.contentfactory.user.session;

import java.util.UUID;

/// How a refresh ended.
public sealed interface Refresh {
  /// The old token is used up, here is the next.
  record Continued(SessionTokens tokens) implements Refresh {}

  /// Unknown, expired, or of a session that is over.
  record Refused() implements Refresh {}

  /// The token had been used up too long ago or too often, so two parties hold it: the session was
  /// ended.
  record ReuseDetected(UUID memberId, UUID sessionId) implements Refresh {}
}
