package xyz.contentfactory.telegram.client;

import org.jspecify.annotations.Nullable;

/// As whom an account may write in a group.
///
/// @param peer [PeerRef.Self] for the account itself
/// @param premiumNeeded Telegram wants Telegram Premium for it
public record SendAs(PeerRef peer, String name, @Nullable String username, boolean premiumNeeded) {}
