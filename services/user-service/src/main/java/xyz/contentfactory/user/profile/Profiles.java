package xyz.contentfactory.user.profile;

import java.util.Map;
import java.util.UUID;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.Members;

/// Changes of a member's own profile. Another name leaves a trace in the audit, for others know the
/// member by it; the looks of the cabinet do not.
public final class Profiles {
  private final ServiceDatabase database;
  private final Members members;
  private final Audit audit;

  public Profiles(ServiceDatabase database, Members members, Audit audit) {
    this.database = database;
    this.members = members;
    this.audit = audit;
  }

  Member change(UUID id, ProfileRequest.Parsed change, ClientAddress from) {
    return database.inTransaction(() -> {
      Member before = existing(id);
      if (change.username() != null && !change.username().value().equals(before.username())) {
        members.rename(id, change.username());
        audit.record(
            new AuditEntry(
                id,
                "member.rename",
                Outcome.OK,
                from,
                Map.of("from", before.username(), "to", change.username().value())));
      }
      members.prefer(id, change.preferences());
      return existing(id);
    });
  }

  private Member existing(UUID id) {
    return members.find(id).orElseThrow(() -> ProblemException.of(CommonProblem.SIGN_IN_NEEDED));
  }
}
