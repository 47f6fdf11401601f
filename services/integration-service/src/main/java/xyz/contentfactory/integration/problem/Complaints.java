package xyz.contentfactory.integration.problem;

import java.util.ArrayList;
import java.util.List;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;

/// Collects what is wrong with an input, so that a person sees everything at once.
public final class Complaints {
  private final List<FieldProblem> found = new ArrayList<>();

  public Complaints add(String field, String message, String code) {
    found.add(new FieldProblem(field, message, code));
    return this;
  }

  public ProblemException asProblem() {
    return Problem.of(CommonProblem.INVALID_INPUT).withErrors(found).asException();
  }

  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw asProblem();
    }
  }

  public static ProblemException about(String field, String message, String code) {
    return new Complaints().add(field, message, code).asProblem();
  }
}
