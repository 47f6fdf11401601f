package xyz.contentfactory.user.passkey;

import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import java.util.UUID;

/// What a signature is checked against.
///
/// @param attested the authenticator's block with the credential id and the public key
/// @param signCount how often it has signed, as it said last; 0 when it does not count
record StoredPasskey(
    UUID id,
    UUID memberId,
    AttestedCredentialData attested,
    long signCount,
    boolean backupEligible,
    boolean backedUp) {}
