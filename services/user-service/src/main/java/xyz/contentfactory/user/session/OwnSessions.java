package xyz.contentfactory.user.session;

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

/// What members do with their own sessions, with its trace in the audit.
public final class OwnSessions {
  private static final String REASON = "ended-by-member";

  private final ServiceDatabase database;
  private final SessionList list;
  private final SessionEndings endings;
  private final Audit audit;

  public OwnSessions(
      ServiceDatabase database, SessionList list, SessionEndings endings, Audit audit) {
    this.database = database;
    this.list = list;
    this.endings = endings;
    this.audit = audit;
  }

  List<SessionList.Shown> of(UUID memberId, @Nullable UUID current) {
    return list.of(memberId, current);
  }

  void end(UUID memberId, UUID sessionId, ClientAddress from) {
    database.inTransaction(() -> {
      if (!endings.oneOf(memberId, sessionId, REASON)) {
        throw ProblemException.of(UserProblem.SESSION_NOT_FOUND);
      }
      trace(memberId, "session.end", Map.of("session", sessionId.toString()), from);
    });
  }

  void endOthers(UUID memberId, UUID kept, ClientAddress from) {
    database.inTransaction(() -> {
      int ended = endings.othersOf(memberId, kept, REASON);
      trace(memberId, "session.end-others", Map.of("ended", Integer.toString(ended)), from);
    });
  }

  private void trace(
      UUID memberId, String action, Map<String, String> details, ClientAddress from) {
    audit.record(new AuditEntry(memberId, action, Outcome.OK, from, details));
  }
}
