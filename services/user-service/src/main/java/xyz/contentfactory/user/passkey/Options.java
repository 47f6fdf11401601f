package xyz.contentfactory.user.passkey;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import xyz.contentfactory.user.member.Member;

/// What a browser is asked for, in the JSON that `PublicKeyCredential.parse…OptionsFromJSON` reads.
final class Options {
  private static final long TIMEOUT_MILLIS = 300_000;

  private Options() {}

  /// To make a passkey that needs no e-mail to be found (resident) and verifies its person.
  static Map<String, Object> creation(
      RelyingParty party, Member member, byte[] challenge, List<byte[]> existing) {
    return Map.of(
        "challenge",
        base64(challenge),
        "rp",
        Map.of("id", party.id(), "name", RelyingParty.NAME),
        "user",
        Map.of(
            "id",
            base64(handleOf(member.id())),
            "name",
            member.email(),
            "displayName",
            member.username()),
        "pubKeyCredParams",
        Ceremonies.ALGORITHMS.stream()
            .map(algorithm -> Map.of("type", "public-key", "alg", algorithm.getValue()))
            .toList(),
        "timeout",
        TIMEOUT_MILLIS,
        "attestation",
        "none",
        "authenticatorSelection",
        Map.of(
            "residentKey", "required", "requireResidentKey", true, "userVerification", "required"),
        "excludeCredentials",
        existing.stream().map(id -> Map.of("type", "public-key", "id", base64(id))).toList());
  }

  /// Any passkey of this place will do: whose it is, it says itself.
  static Map<String, Object> request(RelyingParty party, byte[] challenge) {
    return Map.of(
        "challenge",
        base64(challenge),
        "rpId",
        party.id(),
        "timeout",
        TIMEOUT_MILLIS,
        "userVerification",
        "required");
  }

  static byte[] handleOf(UUID memberId) {
    return ByteBuffer.allocate(16)
        .putLong(memberId.getMostSignificantBits())
        .putLong(memberId.getLeastSignificantBits())
        .array();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
