package xyz.contentfactory.user.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.identity.Role;

/// A person of this installation, as shown to themselves.
///
/// @param emailConfirmed whether they have shown that the e-mail is theirs
/// @param hasPassword false for somebody who came by a provider or signs in by passkey only
/// @param secondFactor whether a sign-in asks for the code of an app
/// @param pendingEmail the one that they want instead; null when they want none
public record Member(
    UUID id,
    String email,
    String username,
    Role role,
    Instant createdAt,
    boolean emailConfirmed,
    boolean hasPassword,
    boolean secondFactor,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String pendingEmail,
    @JsonUnwrapped Preferences preferences) {}
