package xyz.contentfactory.user.apikey;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.identity.Scope;

/// What is known of a key and of its member at one moment.
record StoredKey(
    UUID id,
    Set<Scope> scopes,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    Owner owner) {

  /// The member whom the key speaks for.
  record Owner(UUID id, Role role, boolean emailConfirmed, boolean blocked) {}

  boolean isExpired(Instant now) {
    return expiresAt != null && !expiresAt.isAfter(now);
  }

  Caller caller() {
    return Caller.ofApiKey(owner.id(), owner.role(), id, owner.emailConfirmed(), scopes);
  }
}
