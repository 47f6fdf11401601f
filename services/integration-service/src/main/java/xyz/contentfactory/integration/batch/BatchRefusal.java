package xyz.contentfactory.integration.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Why a number was refused.
///
/// @param code one of the problem codes
/// @param detail what it means and what to do
/// @param telegramType Telegram's own name of the error, when it gave one
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchRefusal(String code, String detail, @Nullable String telegramType) {}
