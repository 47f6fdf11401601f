package xyz.contentfactory.kit.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/// Writes a problem document to a response; for filters and security handlers, and for the advice
/// itself, so that every failure looks the same whatever the client accepts.
public final class ProblemWriter {
  private final JsonMapper json;

  public ProblemWriter(JsonMapper json) {
    this.json = json;
  }

  /// Does nothing when the response is already on its way.
  public void write(Problem problem, HttpServletResponse response) throws IOException {
    if (response.isCommitted()) {
      return;
    }
    AnsweredProblem.tell(response, problem.code());
    response.resetBuffer();
    response.setStatus(problem.code().status().value());
    response.setContentType("application/problem+json");
    response.setHeader("Cache-Control", "no-store");
    Long seconds = problem.retryAfterSeconds();
    if (seconds != null) {
      response.setHeader("Retry-After", Long.toString(seconds));
    }
    byte[] body = json.writeValueAsBytes(problem.toDocument());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
