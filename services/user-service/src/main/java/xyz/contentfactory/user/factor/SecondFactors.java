package xyz.contentfactory.user.factor;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.problem.UserProblem;

/// A member's second factor: set up, asked for, switched off; each change with its trace.
public final class SecondFactors {
  private final ServiceDatabase database;
  private final TotpSecrets totp;
  private final RecoveryCodes recoveryCodes;
  private final Audit audit;

  public SecondFactors(
      ServiceDatabase database, TotpSecrets totp, RecoveryCodes recoveryCodes, Audit audit) {
    this.database = database;
    this.totp = totp;
    this.recoveryCodes = recoveryCodes;
    this.audit = audit;
  }

  /// What the second step of a sign-in was done with.
  public enum Used {
    TOTP,
    RECOVERY_CODE
  }

  public boolean isOn(UUID memberId) {
    return totp.isOn(memberId);
  }

  /// What is right of the two, and now used up; null when neither is. Call it in the transaction
  /// that opens the session.
  public @Nullable Used use(UUID memberId, @Nullable String code, @Nullable String recoveryCode) {
    if (code != null) {
      return totp.accept(memberId, code) ? Used.TOTP : null;
    }
    if (recoveryCode != null && isOn(memberId) && recoveryCodes.use(memberId, recoveryCode)) {
      return Used.RECOVERY_CODE;
    }
    return null;
  }

  int recoveryCodesLeft(UUID memberId) {
    return recoveryCodes.left(memberId);
  }

  byte[] begin(UUID memberId) {
    return totp.begin(memberId).orElseThrow(() -> ProblemException.of(UserProblem.TOTP_ON));
  }

  /// The recovery codes when the code was right; null when not.
  @Nullable List<String> confirm(UUID memberId, String code, ClientAddress from) {
    return database.inTransaction(() -> {
      if (!totp.confirm(memberId, code)) {
        return null;
      }
      record(memberId, "totp.on", from);
      return recoveryCodes.renew(memberId);
    });
  }

  List<String> renewRecoveryCodes(UUID memberId, ClientAddress from) {
    return database.inTransaction(() -> {
      if (!totp.isOn(memberId)) {
        throw ProblemException.of(UserProblem.TOTP_OFF);
      }
      record(memberId, "recovery-codes.renew", from);
      return recoveryCodes.renew(memberId);
    });
  }

  void switchOff(UUID memberId, ClientAddress from) {
    database.inTransaction(() -> {
      if (totp.remove(memberId)) {
        recoveryCodes.removeAll(memberId);
        record(memberId, "totp.off", from);
      }
    });
  }

  private void record(UUID memberId, String action, ClientAddress from) {
    audit.record(new AuditEntry(memberId, action, Outcome.OK, from, Map.of()));
  }
}
