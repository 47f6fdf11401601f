package xyz.contentfactory.integration.flood;

import java.time.Instant;

/// Telegram asked for a pause.
///
/// @param method Telegram's name of what was asked, such as `messages.sendMessage`
/// @param telegramType Telegram's error, such as `FLOOD_WAIT_42`
/// @param until when the method may be used again
public record Pause(String method, String telegramType, Instant until) {}
