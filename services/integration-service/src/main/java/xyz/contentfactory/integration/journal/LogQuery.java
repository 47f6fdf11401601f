package xyz.contentfactory.integration.journal;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which lines are asked for, as it stands in the address; what is absent means any.
record LogQuery(
    @Parameter(
            description = "all is for admins",
            schema = @Schema(allowableValues = {"own", "all"}))
        @Nullable String scope,
    @Parameter(description = "One member's lines, together with scope=all") @Nullable UUID memberId,
    @Nullable UUID accountId,
    @Nullable List<LogKind> kind,
    @Nullable List<LogResult> result,
    @Parameter(description = "Our problem code") @Nullable String code,
    @Parameter(description = "Telegram's error; FLOOD_WAIT_X stands for any number")
        @Nullable String telegramType,
    @Parameter(description = "A part of the channel's title") @Nullable String peer,
    @Parameter(description = "A delivery's or a login's id: all that belongs to it")
        @Nullable UUID traceId,
    @Parameter(description = "Inclusive") @Nullable Instant from,
    @Parameter(description = "Exclusive") @Nullable Instant to) {}
