package xyz.contentfactory.user.auth;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import xyz.contentfactory.user.session.SessionTokens;

/// The token object of RFC 6749. For a cabinet that holds its session in cookies the edge takes the
/// two tokens out on the way, hence they are not required in the description.
public record TokenAnswer(
    @JsonProperty("access_token") @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        String accessToken,
    @JsonProperty("token_type") @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
        String tokenType,
    @JsonProperty("expires_in") @Schema(description = "seconds") long expiresIn,
    @JsonProperty("refresh_token") @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
        String refreshToken) {
  public static TokenAnswer of(SessionTokens tokens) {
    return new TokenAnswer(
        tokens.accessToken().reveal(),
        "Bearer",
        tokens.expiresIn().toSeconds(),
        tokens.refreshToken().reveal());
  }

  @Override
  public String toString() {
    return "TokenAnswer(hidden)";
  }
}
