package xyz.contentfactory.user.apikey;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.identity.Scope;

/// A key as its member sees it.
///
/// @param lastUsedAt up to a minute behind the truth
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiKey(
    UUID id,
    String name,
    @Schema(description = "How the key begins", example = "cfk_a1B2") String hint,
    List<Scope> scopes,
    Instant createdAt,
    @Nullable Instant expiresAt,
    boolean expired,
    @Nullable Instant lastUsedAt,
    @Nullable String lastUsedAddress) {}
