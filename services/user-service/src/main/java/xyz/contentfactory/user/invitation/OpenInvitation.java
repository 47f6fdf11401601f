package xyz.contentfactory.user.invitation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.user.mail.MailLanguage;

/// An invitation that nobody has used yet, as an admin sees it: without its link, which is stored
/// nowhere.
///
/// @param email the only address that may use it, and where the link was mailed; null for whoever
///   has the link
/// @param invitedBy the name of the admin; null when they are gone
/// @param sentAt when the link was mailed last
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Invitation")
record OpenInvitation(
    UUID id,
    @Nullable String email,
    Role role,
    @Nullable String invitedBy,
    @JsonIgnore MailLanguage language,
    @JsonIgnore int lifeDays,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant sentAt) {}
