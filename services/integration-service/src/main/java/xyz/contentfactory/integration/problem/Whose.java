package xyz.contentfactory.integration.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.identity.Scope;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemException;

/// Whose things are asked for.
///
/// @param member null is everybody, which only an admin may ask for; a key of theirs needs the
///   scope `admin`
public record Whose(@Nullable UUID member) {
  /// Reads the parameter `scope`.
  ///
  /// @param scope `own` (also when absent) or `all`
  public static Whose parse(@Nullable String scope, Caller caller) {
    if (scope == null || scope.equals("own")) {
      return new Whose(caller.memberId());
    }
    if (!scope.equals("all")) {
      throw Complaints.about("scope", "Say own or all.", "unknown");
    }
    if (caller.role() != Role.ADMIN || !caller.scopes().contains(Scope.ADMIN)) {
      throw ProblemException.of(CommonProblem.NOT_ALLOWED, "Only an admin sees what is others'.");
    }
    return new Whose(null);
  }

  public boolean isAll() {
    return member == null;
  }
}
