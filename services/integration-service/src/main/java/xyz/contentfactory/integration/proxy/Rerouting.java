package xyz.contentfactory.integration.proxy;

import java.util.UUID;

/// Leads an account another way. A seam: its owner may be another process.
public interface Rerouting {
  /// Writes the change down while nobody but the account's owner acts for it, and lets the owner go
  /// on by it. What an account goes through is asked of [AccountProxies].
  ///
  /// @throws xyz.contentfactory.kit.problem.ProblemException `temporarily-unavailable` when the
  ///   owner is another process; nothing is written then
  void reroute(UUID account, Runnable write);
}
