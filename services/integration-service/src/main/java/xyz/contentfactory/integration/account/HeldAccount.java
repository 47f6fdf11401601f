package xyz.contentfactory.integration.account;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.StoredLogin;

/// What the owner of an account starts from.
public record HeldAccount(
    UUID id,
    UUID memberId,
    AccountKind kind,
    AccountState state,
    @Nullable Instant stateUntil,
    StoredLogin login) {}
