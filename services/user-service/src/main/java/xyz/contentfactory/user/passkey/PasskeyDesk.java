package xyz.contentfactory.user.passkey;

import io.swagger.v3.oas.annotations.media.Schema;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.challenge.Challenges;
import xyz.contentfactory.user.challenge.Challenges.Begun;
import xyz.contentfactory.user.challenge.Challenges.Purpose;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.passkey.Ceremonies.Made;
import xyz.contentfactory.user.passkey.Ceremonies.Signed;
import xyz.contentfactory.user.problem.UserProblem;

/// Passkeys made, used, renamed and removed; each change with its trace.
public final class PasskeyDesk {
  private static final int CHALLENGE_BYTES = 32;

  private final ServiceDatabase database;
  private final Passkeys passkeys;
  private final RelyingParty party;
  private final Ceremonies ceremonies;
  private final Challenges challenges;
  private final Audit audit;
  private final JsonMapper json;
  private final SecureRandom random = new SecureRandom();

  public PasskeyDesk(
      ServiceDatabase database,
      Passkeys passkeys,
      RelyingParty party,
      Challenges challenges,
      Audit audit,
      JsonMapper json) {
    this.database = database;
    this.passkeys = passkeys;
    this.party = party;
    this.ceremonies = new Ceremonies(party);
    this.challenges = challenges;
    this.audit = audit;
    this.json = json;
  }

  /// What the browser is to be asked, and the id to answer under.
  @Schema(name = "PasskeyQuestion")
  record Asked(String challengeId, Map<String, Object> publicKey) {}

  Asked askForNew(Member member) {
    List<byte[]> existing = passkeys.credentialIdsOf(member.id());
    if (existing.size() >= Passkeys.MOST_A_MEMBER) {
      throw ProblemException.of(UserProblem.PASSKEYS_FULL);
    }
    byte[] challenge = challenge();
    String id = challenges.begin(Purpose.PASSKEY_REGISTRATION, member.id(), base64(challenge));
    return new Asked(id, Options.creation(party, member, challenge, existing));
  }

  Asked askForSignature() {
    byte[] challenge = challenge();
    String id = challenges.begin(Purpose.PASSKEY_SIGN_IN, null, base64(challenge));
    return new Asked(id, Options.request(party, challenge));
  }

  Passkey add(UUID memberId, PasskeyAnswer answer, String name, ClientAddress from) {
    Begun begun = begun(Purpose.PASSKEY_REGISTRATION, answer, memberId);
    Made made =
        ceremonies
            .registered(text(answer), bytes(begun.content()))
            .orElseThrow(PasskeyDesk::invalid);
    UUID id = UUID.randomUUID();
    StoredPasskey stored =
        new StoredPasskey(
            id,
            memberId,
            made.attested(),
            made.signCount(),
            made.backupEligible(),
            made.backedUp());
    return database.inTransaction(() -> {
      if (!passkeys.add(stored, name)) {
        throw invalid();
      }
      record(memberId, "passkey.add", id, from);
      return ofMember(memberId, id);
    });
  }

  /// Whose passkey has signed; it verified its person, so this is both factors.
  UUID signer(PasskeyAnswer answer) {
    Begun begun = begun(Purpose.PASSKEY_SIGN_IN, answer, null);
    StoredPasskey stored =
        ceremonies
            .credentialIdOf(text(answer))
            .flatMap(passkeys::find)
            .orElseThrow(PasskeyDesk::invalid);
    Signed signed =
        ceremonies
            .signed(text(answer), bytes(begun.content()), stored)
            .orElseThrow(PasskeyDesk::invalid);
    passkeys.used(stored.id(), signed.signCount(), signed.backedUp());
    return stored.memberId();
  }

  private Begun begun(Purpose purpose, PasskeyAnswer answer, @Nullable UUID memberId) {
    return challenges
        .take(purpose, answer.challengeId())
        .filter(begun -> memberId == null || memberId.equals(begun.memberId()))
        .orElseThrow(PasskeyDesk::invalid);
  }

  List<Passkey> of(UUID memberId) {
    return passkeys.of(memberId);
  }

  Passkey rename(UUID memberId, UUID id, String name) {
    if (!passkeys.rename(memberId, id, name)) {
      throw ProblemException.of(UserProblem.PASSKEY_NOT_FOUND);
    }
    return ofMember(memberId, id);
  }

  void remove(UUID memberId, UUID id, ClientAddress from) {
    database.inTransaction(() -> {
      if (!passkeys.remove(memberId, id)) {
        throw ProblemException.of(UserProblem.PASSKEY_NOT_FOUND);
      }
      record(memberId, "passkey.remove", id, from);
    });
  }

  private Passkey ofMember(UUID memberId, UUID id) {
    return passkeys.of(memberId).stream()
        .filter(passkey -> passkey.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ProblemException.of(UserProblem.PASSKEY_NOT_FOUND));
  }

  private void record(UUID memberId, String action, UUID passkey, ClientAddress from) {
    audit.record(
        new AuditEntry(memberId, action, Outcome.OK, from, Map.of("passkey", passkey.toString())));
  }

  private static ProblemException invalid() {
    return ProblemException.of(UserProblem.PASSKEY_INVALID);
  }

  private String text(PasskeyAnswer answer) {
    return json.writeValueAsString(answer.credential());
  }

  private byte[] challenge() {
    byte[] bytes = new byte[CHALLENGE_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
