package xyz.contentfactory.user.member;

import java.time.Instant;
import java.util.UUID;
import xyz.contentfactory.kit.identity.Role;

/// A person of this installation, as shown to themselves.
public record Member(UUID id, String email, String username, Role role, Instant createdAt) {}
