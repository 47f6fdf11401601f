package xyz.contentfactory.kit.problem;

/// Ends a request with a problem document. Throw it where the failure is known; the advice writes
/// it.
public final class ProblemException extends RuntimeException {
  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.code().code() + ": " + problem.detail(), null, false, false);
    this.problem = problem;
  }

  public static ProblemException of(ProblemCode code, String detail) {
    return new ProblemException(Problem.of(code, detail));
  }

  public static ProblemException of(ProblemCode code) {
    return new ProblemException(Problem.of(code));
  }

  public Problem problem() {
    return problem;
  }
}
