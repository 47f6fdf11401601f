package xyz.contentfactory.gateway;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.altcha.altcha.Altcha;
import tools.jackson.databind.JsonNode;

/// Solves challenges with ALTCHA's own library, as a client that is not ours would.
final class CaptchaSolver {
  private CaptchaSolver() {}

  static String solve(JsonNode challenge) {
    String salt = challenge.path("salt").asString();
    String wanted = challenge.path("challenge").asString();
    long max = challenge.path("maxnumber").asLong();
    try {
      Altcha.Solution solution =
          Altcha.solveChallenge(wanted, salt, Altcha.Algorithm.SHA256, max, 0);
      return encoded(
          "{\"algorithm\":\"SHA-256\",\"challenge\":\"%s\",\"number\":%d,\"salt\":\"%s\",\"signature\":\"%s\"}"
              .formatted(wanted, solution.number, salt, challenge.path("signature").asString()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  static String encoded(String payload) {
    return Base64.getEncoder().encodeToString(payload.getBytes(StandardCharsets.UTF_8));
  }
}
