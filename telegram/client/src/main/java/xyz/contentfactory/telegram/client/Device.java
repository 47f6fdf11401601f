package xyz.contentfactory.telegram.client;

import java.time.Instant;

/// A device (or program) that the account is logged in on.
///
/// @param hash names it in [TelegramClient#endDevice]; 0 for this program itself
/// @param official one of Telegram's own apps
public record Device(
    long hash,
    boolean current,
    boolean official,
    String model,
    String platform,
    String systemVersion,
    String appName,
    String appVersion,
    Instant createdAt,
    Instant activeAt,
    String ip,
    String country) {}
