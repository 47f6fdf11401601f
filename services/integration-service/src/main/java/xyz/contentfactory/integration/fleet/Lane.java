package xyz.contentfactory.integration.fleet;

/// What an account does side by side: a film that takes an hour to upload holds up other films, and
/// the later posts of its own channel, but no other channel.
enum Lane {
  /// Posts with files.
  FILES,
  /// Everything else.
  CALLS
}
