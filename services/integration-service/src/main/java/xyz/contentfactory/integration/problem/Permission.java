package xyz.contentfactory.integration.problem;

import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemException;

/// Who may change things: everybody but viewers.
public final class Permission {
  private Permission() {}

  public static void toChange(Caller caller) {
    if (caller.role() == Role.VIEWER) {
      throw ProblemException.of(CommonProblem.NOT_ALLOWED, "Viewers may look, not change.");
    }
  }
}
