package xyz.contentfactory.kit.identity;

import java.util.UUID;

/// The member behind a request, as proven by a valid access token. A controller method takes it as
/// a parameter; without a session that ends in `sign-in-needed`. Services know this, never cookies.
///
/// @param sessionId the web session that the token belongs to
public record Caller(UUID memberId, Role role, UUID sessionId) {}
