package xyz.contentfactory.user.people;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.departure.StoredDepartures;
import xyz.contentfactory.user.invitation.Invitations;
import xyz.contentfactory.user.member.Member;
import xyz.contentfactory.user.member.MemberRights;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.revocation.Revocations;
import xyz.contentfactory.user.session.SessionEndings;

/// What an admin does about others. Each act is one transaction with its trace and with what ends
/// by it, so that it takes effect on every node within a second. There is always an admin left who
/// is not blocked: the one who acts, unless they give their own role away.
public final class PeopleDesk {
  private final ServiceDatabase database;
  private final People people;
  private final Members members;
  private final MemberRights rights;
  private final Consequences consequences;
  private final Audit audit;

  /// What an act makes of things elsewhere.
  public record Consequences(
      SessionEndings sessions,
      Revocations revocations,
      Invitations invitations,
      StoredDepartures departures) {}

  public PeopleDesk(
      ServiceDatabase database,
      People people,
      Members members,
      MemberRights rights,
      Consequences consequences,
      Audit audit) {
    this.database = database;
    this.people = people;
    this.members = members;
    this.rights = rights;
    this.consequences = consequences;
    this.audit = audit;
  }

  /// The member's tokens say the old role, so they are refused; each session gets the next one by a
  /// refresh.
  Person changeRole(Caller admin, UUID id, Role role, ClientAddress from) {
    return database.inTransaction(() -> {
      Set<UUID> admins = admins(admin);
      Role before = existing(id).role();
      if (before != role) {
        if (admins.equals(Set.of(id))) {
          throw ProblemException.of(UserProblem.LAST_ADMIN);
        }
        rights.setRole(id, role);
        consequences.revocations().renewTokensOf(id);
        trace(
            admin,
            "member.role",
            id,
            Map.of("from", before.wireName(), "to", role.wireName()),
            from);
      }
      return shown(id);
    });
  }

  Person block(Caller admin, UUID id, ClientAddress from) {
    return database.inTransaction(() -> {
      requireSomebodyElse(admin, id);
      admins(admin);
      existing(id);
      if (rights.block(id)) {
        endSessions(id, "blocked");
        trace(admin, "member.block", id, Map.of(), from);
      }
      return shown(id);
    });
  }

  Person unblock(Caller admin, UUID id, ClientAddress from) {
    return database.inTransaction(() -> {
      admins(admin);
      existing(id);
      if (rights.unblock(id)) {
        trace(admin, "member.unblock", id, Map.of(), from);
      }
      return shown(id);
    });
  }

  /// @param heirId who gets the Telegram accounts; null disconnects them
  void delete(Caller admin, UUID id, @Nullable UUID heirId, ClientAddress from) {
    database.inTransaction(() -> {
      requireSomebodyElse(admin, id);
      admins(admin);
      Member member = existing(id);
      if (heirId != null) {
        requireHeir(heirId, id);
      }
      endSessions(id, "deleted");
      consequences.invitations().withdrawAllOf(id);
      consequences.departures().add(id, heirId);
      rights.delete(id);
      trace(
          admin,
          "member.delete",
          id,
          Map.of(
              "username",
              member.username(),
              "accounts",
              heirId == null ? "disconnect" : "hand-over to " + heirId),
          from);
    });
  }

  private void endSessions(UUID id, String reason) {
    consequences.sessions().allOf(id, reason);
    consequences.revocations().renewTokensOf(id);
  }

  /// Who may administer now; the caller still must.
  private Set<UUID> admins(Caller admin) {
    Set<UUID> admins = rights.lockAdmins();
    if (!admins.contains(admin.memberId())) {
      throw ProblemException.of(CommonProblem.NOT_ALLOWED);
    }
    return admins;
  }

  private Member existing(UUID id) {
    return members
        .findAndLock(id)
        .orElseThrow(() -> ProblemException.of(UserProblem.PERSON_NOT_FOUND));
  }

  private static void requireSomebodyElse(Caller admin, UUID id) {
    if (admin.memberId().equals(id)) {
      throw ProblemException.of(UserProblem.NOT_ONESELF);
    }
  }

  /// Whoever gets accounts must be able to do something with them, and is still there when they
  /// come.
  private void requireHeir(UUID heirId, UUID id) {
    boolean able =
        !heirId.equals(id)
            && members
                .findAndLock(heirId)
                .filter(heir -> heir.role() != Role.VIEWER && !members.isBlocked(heirId))
                .isPresent();
    if (!able) {
      throw Problem.of(CommonProblem.INVALID_INPUT)
          .withError(
              "to", "Name another person who is not blocked and may change things.", "unknown")
          .asException();
    }
  }

  private Person shown(UUID id) {
    return people.find(id).orElseThrow(() -> ProblemException.of(UserProblem.PERSON_NOT_FOUND));
  }

  private void trace(
      Caller admin, String action, UUID id, Map<String, String> more, ClientAddress from) {
    Map<String, String> details = new TreeMap<>(more);
    details.put("member", id.toString());
    audit.record(new AuditEntry(admin.memberId(), action, Outcome.OK, from, details));
  }
}
