package xyz.contentfactory.user.captcha;

import io.swagger.v3.oas.annotations.media.Schema;

/// A challenge as ALTCHA's clients know it: find the number from 0 to `maxnumber` for which the
/// SHA-256 of `salt` followed by the number in decimal digits is `challenge`.
public record CaptchaChallenge(
    @Schema(allowableValues = "SHA-256") String algorithm,
    String challenge,
    String salt,
    String signature,
    long maxnumber) {}
