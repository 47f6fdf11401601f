package xyz.contentfactory.kit.rotation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which key encrypts, and how far a change of it has come.
///
/// @param version 0 before anything was encrypted
/// @param values all that is encrypted
/// @param renewed of them, what the newest key has encrypted
/// @param unreadable of them, what no key here has encrypted
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "KeyRotation")
public record RotationStatus(
    int version,
    @Nullable Instant since,
    boolean underWay,
    long values,
    long renewed,
    long unreadable,
    @Schema(description = "While a change is under way: the former key is kept until then at least")
        @Nullable Instant formerKeptUntil) {}
