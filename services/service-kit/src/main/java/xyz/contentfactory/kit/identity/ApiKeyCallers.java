package xyz.contentfactory.kit.identity;

import java.util.Optional;
import xyz.contentfactory.kit.secret.Secret;

/// Who an API key speaks for. A seam: the edge asks, the service that keeps the keys answers.
public interface ApiKeyCallers {
  /// What every key begins with, so that it is told from an access token, and found when it leaks.
  String PREFIX = "cfk_";

  /// The caller of a key; empty when it is unknown, revoked, expired, or its member is blocked.
  ///
  /// @param from where it is used from, which its member is shown
  Optional<Caller> callerOf(Secret key, ClientAddress from);
}
