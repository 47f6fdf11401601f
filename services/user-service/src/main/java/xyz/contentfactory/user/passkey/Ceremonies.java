package xyz.contentfactory.user.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two ceremonies of WebAuthn, checked by webauthn4j: challenge, origin, host, signature, the
/// presence and the verification of the person, and that the counter went up. What an authenticator
/// says of its make is not asked for, so any may be used.
final class Ceremonies {
  private static final Logger LOG = LoggerFactory.getLogger(Ceremonies.class);

  static final List<COSEAlgorithmIdentifier> ALGORITHMS =
      List.of(
          COSEAlgorithmIdentifier.ES256,
          COSEAlgorithmIdentifier.EdDSA,
          COSEAlgorithmIdentifier.RS256);

  private final RelyingParty party;
  private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager();

  Ceremonies(RelyingParty party) {
    this.party = party;
  }

  /// A new passkey that has proved itself.
  record Made(
      AttestedCredentialData attested, long signCount, boolean backupEligible, boolean backedUp) {}

  /// A signature that is right.
  record Signed(long signCount, boolean backedUp) {}

  Optional<Made> registered(String credentialJson, byte[] challenge) {
    return checked(() -> {
      RegistrationData data =
          manager.verifyRegistrationResponseJSON(
              credentialJson,
              new RegistrationParameters(
                  server(challenge),
                  ALGORITHMS.stream()
                      .map(algorithm ->
                          new PublicKeyCredentialParameters(
                              PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                      .toList(),
                  true,
                  true));
      var authenticator = there(data.getAttestationObject()).getAuthenticatorData();
      return new Made(
          there(authenticator.getAttestedCredentialData()),
          authenticator.getSignCount(),
          authenticator.isFlagBE(),
          authenticator.isFlagBS());
    });
  }

  /// The id of the passkey that a browser answers with.
  Optional<byte[]> credentialIdOf(String credentialJson) {
    return checked(() -> manager.parseAuthenticationResponseJSON(credentialJson).getCredentialId());
  }

  /// Whether the stored passkey signed this challenge for us, with the person verified.
  Optional<Signed> signed(String credentialJson, byte[] challenge, StoredPasskey passkey) {
    return checked(() -> {
      CredentialRecordImpl stored =
          new CredentialRecordImpl(
              new NoneAttestationStatement(),
              true,
              passkey.backupEligible(),
              passkey.backedUp(),
              passkey.signCount(),
              passkey.attested(),
              null,
              null,
              null,
              null);
      AuthenticationData data =
          manager.verifyAuthenticationResponseJSON(
              credentialJson,
              new AuthenticationParameters(server(challenge), stored, null, true, true));
      var authenticator = there(data.getAuthenticatorData());
      return new Signed(authenticator.getSignCount(), authenticator.isFlagBS());
    });
  }

  /// What a ceremony that was verified cannot lack.
  private static <T> T there(@Nullable T part) {
    return Objects.requireNonNull(part);
  }

  private ServerProperty server(byte[] challenge) {
    return ServerProperty.builder()
        .origin(new Origin(party.origin()))
        .rpId(party.id())
        .challenge(new DefaultChallenge(challenge))
        .build();
  }

  /// The library refuses by exceptions of several families, and answers some malformed input by a
  /// `NullPointerException`: all of it means that this is not a passkey's answer.
  private static <T> Optional<T> checked(Supplier<T> ceremony) {
    try {
      return Optional.of(ceremony.get());
    } catch (RuntimeException e) {
      LOG.atDebug().addKeyValue("why", e.getClass().getSimpleName()).log("a passkey was refused");
      return Optional.empty();
    }
  }
}
