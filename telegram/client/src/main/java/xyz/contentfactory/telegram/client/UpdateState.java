package xyz.contentfactory.telegram.client;

/// How far an account's updates were read, in Telegram's counters; see
/// <https://core.telegram.org/api/updates>. A channel has a counter of its own, [ChannelState].
///
/// @param dateSeconds Telegram's time of what was read last
public record UpdateState(int pts, int qts, int seq, int dateSeconds) {}
