package xyz.contentfactory.user.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;

/// One act, as an admin reads it.
///
/// @param id the same as in the log's JSON line, there `audit.id`
/// @param memberId null when nobody was known
/// @param memberName null when nobody was known, or they were deleted since
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditLine(
    UUID id,
    Instant at,
    @Nullable UUID memberId,
    @Nullable String memberName,
    @Schema(example = "member.sign-in") String action,
    Outcome outcome,
    String address,
    Map<String, String> details) {}
