package xyz.contentfactory.user.session;

import java.time.Duration;
import java.util.UUID;
import xyz.contentfactory.kit.secret.Secret;

/// What a sign-in or a refresh gives: the proof for the next minutes and the means to get the next
/// one.
public record SessionTokens(
    UUID sessionId, Secret accessToken, Duration expiresIn, Secret refreshToken) {}
