package xyz.contentfactory.user.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.secret.Secret;

/// A refresh token, by the name of RFC 6749.
record RefreshRequest(@JsonProperty("refresh_token") @Nullable Secret refreshToken) {}
