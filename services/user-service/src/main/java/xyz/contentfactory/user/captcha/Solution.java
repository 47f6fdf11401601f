package xyz.contentfactory.user.captcha;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Optional;
import org.altcha.altcha.Altcha;
import org.jspecify.annotations.Nullable;

/// What a client of ALTCHA sends; some add how long it took.
@JsonIgnoreProperties(ignoreUnknown = true)
record Solution(
    @Nullable String algorithm,
    @Nullable String challenge,
    @Nullable Long number,
    @Nullable String salt,
    @Nullable String signature) {

  Optional<Altcha.Payload> toPayload() {
    if (!"SHA-256".equals(algorithm)
        || challenge == null
        || number == null
        || salt == null
        || signature == null) {
      return Optional.empty();
    }
    Altcha.Payload payload = new Altcha.Payload();
    payload.algorithm = algorithm;
    payload.challenge = challenge;
    payload.number = number;
    payload.salt = salt;
    payload.signature = signature;
    return Optional.of(payload);
  }
}
