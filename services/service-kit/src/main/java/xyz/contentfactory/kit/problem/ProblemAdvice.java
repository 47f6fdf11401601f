package xyz.contentfactory.kit.problem;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/// Every exception of every controller ends here and leaves as a problem document. First in order,
/// as Boot's own advice (if `spring.mvc.problemdetails` is on) knows no codes.
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice
final class ProblemAdvice {
  private final ProblemWriter writer;

  ProblemAdvice(ProblemWriter writer) {
    this.writer = writer;
  }

  @ExceptionHandler
  void write(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (failure instanceof AsyncRequestNotUsableException) {
      return; // the client has gone; nobody reads an answer
    }
    if (response.isCommitted() && request.getDispatcherType() == DispatcherType.REQUEST) {
      throw failure; // the container cuts the connection: half an answer must not look whole
    }
    Problem problem = Problems.of(failure);
    if (failure instanceof ErrorResponse error) {
      // Allow of a 405, Accept of a 415
      error
          .getHeaders()
          .forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
    }
    writer.write(problem, response);
  }
}
