package xyz.contentfactory.gateway;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An authenticator and its browser in a few lines, by the specification of WebAuthn level 2: one
/// ES256 key, attestation `none`. What it gets wrong is set from outside.
final class SoftAuthenticator {
  private static final JsonMapper JSON = new JsonMapper();
  private static final byte USER_PRESENT = 0x01;
  private static final byte USER_VERIFIED = 0x04;
  private static final byte ATTESTED = 0x40;

  private final KeyPair keys;
  private final byte[] id = new byte[32];
  private byte[] userHandle = new byte[0];
  String origin = "http://localhost:8080";
  boolean verifiesItsPerson = true;
  int count = 1;

  SoftAuthenticator() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    new SecureRandom().nextBytes(id);
  }

  /// The body for `POST /api/auth/passkeys`.
  String create(JsonNode asked) {
    JsonNode options = asked.path("publicKey");
    userHandle = Base64.getUrlDecoder().decode(options.path("user").path("id").asString());
    byte[] data =
        joined(
            authenticatorData(options.path("rp").path("id").asString(), ATTESTED),
            new byte[16],
            ByteBuffer.allocate(2).putShort((short) id.length).array(),
            id,
            coseKey());
    byte[] attestation =
        joined(
            HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a068617574684461746159"),
            ByteBuffer.allocate(2).putShort((short) data.length).array(),
            data);
    return body(
        asked,
        Map.of(
            "clientDataJSON",
            base64(clientData("webauthn.create", options)),
            "attestationObject",
            base64(attestation)));
  }

  /// The body for `POST /api/auth/passkeys/sign-in`.
  String get(JsonNode asked) {
    JsonNode options = asked.path("publicKey");
    byte[] client = clientData("webauthn.get", options);
    byte[] data = authenticatorData(options.path("rpId").asString(), (byte) 0);
    return body(
        asked,
        Map.of(
            "clientDataJSON",
            base64(client),
            "authenticatorData",
            base64(data),
            "signature",
            base64(signed(joined(data, sha256(client)))),
            "userHandle",
            base64(userHandle)));
  }

  private String body(JsonNode asked, Map<String, Object> response) {
    return JSON.writeValueAsString(
        Map.of(
            "challengeId",
            asked.path("challengeId").asString(),
            "credential",
            Map.of(
                "id",
                base64(id),
                "rawId",
                base64(id),
                "type",
                "public-key",
                "clientExtensionResults",
                Map.of(),
                "response",
                response)));
  }

  private byte[] clientData(String type, JsonNode options) {
    return JSON.writeValueAsBytes(
        Map.of(
            "type",
            type,
            "challenge",
            options.path("challenge").asString(),
            "origin",
            origin,
            "crossOrigin",
            false));
  }

  private byte[] authenticatorData(String rpId, byte flags) {
    int all = flags | USER_PRESENT | (verifiesItsPerson ? USER_VERIFIED : 0);
    return joined(
        sha256(rpId.getBytes(StandardCharsets.UTF_8)),
        new byte[] {(byte) all},
        ByteBuffer.allocate(4).putInt(count++).array());
  }

  private byte[] coseKey() {
    ECPublicKey key = (ECPublicKey) keys.getPublic();
    return joined(
        HexFormat.of().parseHex("a5010203262001215820"),
        coordinate(key.getW().getAffineX().toByteArray()),
        HexFormat.of().parseHex("225820"),
        coordinate(key.getW().getAffineY().toByteArray()));
  }

  private static byte[] coordinate(byte[] signed) {
    byte[] bytes = new byte[32];
    int length = Math.min(32, signed.length);
    System.arraycopy(signed, signed.length - length, bytes, 32 - length, length);
    return bytes;
  }

  private byte[] signed(byte[] message) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
