package xyz.contentfactory.kit.problem;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.WebUtils;

/// A response that remembers with which problem it was answered: for a filter that must know, once
/// the request has been through, what became of it. Other wrappers may lie around it.
public final class AnsweredProblem extends HttpServletResponseWrapper {
  private @Nullable ProblemCode code;

  public AnsweredProblem(HttpServletResponse response) {
    super(response);
  }

  /// Null when the answer was no problem.
  public @Nullable ProblemCode code() {
    return code;
  }

  static void tell(HttpServletResponse response, ProblemCode code) {
    AnsweredProblem listening = WebUtils.getNativeResponse(response, AnsweredProblem.class);
    if (listening != null) {
      listening.code = code;
    }
  }
}
