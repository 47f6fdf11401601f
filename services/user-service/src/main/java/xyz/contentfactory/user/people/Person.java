package xyz.contentfactory.user.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.identity.Role;

/// A member as an admin sees them.
///
/// @param blockedAt since when they are out; null when they are not
/// @param lastSeenAt the last refresh of any session of theirs, so up to an access token's life
///   ago; null when they never signed in
/// @param sessions where they are signed in now
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Person(
    UUID id,
    String username,
    String email,
    boolean emailConfirmed,
    Role role,
    boolean blocked,
    @Nullable Instant blockedAt,
    @Schema(description = "Whether signing in asks for a code of an app") boolean secondFactor,
    Instant createdAt,
    @Nullable Instant lastSeenAt,
    int sessions) {}
