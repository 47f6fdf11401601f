package xyz.contentfactory.user.apikey;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.identity.Scope;

/// A key that is wanted, and may be had.
///
/// @param expiresAt null for one that lasts until it is deleted
record NewApiKey(String name, Set<Scope> scopes, @Nullable Instant expiresAt) {
  NewApiKey {
    scopes = Set.copyOf(scopes);
  }
}
