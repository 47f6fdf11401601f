package xyz.contentfactory.integration.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member's connected Telegram login as the API shows it.
///
/// @param stateReason Telegram's name of the error behind the state, when there is one; our own
///   code for what is wrong with the proxy
/// @param telegramUserId as text: it does not fit the numbers of JavaScript
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Account(
    UUID id,
    UUID memberId,
    AccountKind kind,
    AccountState state,
    @Nullable Instant stateUntil,
    @Nullable String stateReason,
    Instant stateSince,
    String name,
    @Nullable String username,
    String phoneMasked,
    String telegramUserId,
    int dc,
    Instant connectedAt,
    @Nullable Instant lastSeenAt) {}
