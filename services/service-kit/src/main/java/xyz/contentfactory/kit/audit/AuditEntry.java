package xyz.contentfactory.kit.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.identity.ClientAddress;

/// One act to be remembered.
///
/// @param memberId who; null when nobody is known (a failed sign-in with an unknown e-mail)
/// @param action what, as a stable name such as `member.sign-in`
/// @param details facts without secrets; short texts only
public record AuditEntry(
    @Nullable UUID memberId,
    String action,
    Outcome outcome,
    ClientAddress address,
    Map<String, String> details) {

  /// How the act ended: done, refused by a rule, or failed.
  public enum Outcome {
    OK,
    REFUSED,
    FAILED
  }

  public AuditEntry {
    details = Map.copyOf(details);
  }
}
