package xyz.contentfactory.telegram.client;

/// A channel or group that the account is not in.
///
/// @param left the account itself has left it, or was never in it; else it was removed, or the chat
///   is no more: Telegram does not say which
public record ClosedChat(PeerRef peer, boolean left) {}
