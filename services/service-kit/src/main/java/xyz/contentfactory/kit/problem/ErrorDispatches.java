package xyz.contentfactory.kit.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// What the container or a filter refused before any controller saw it: the servlet container
/// dispatches it to `/error`, and it leaves as a problem document like everything else.
@Controller
final class ErrorDispatches implements ErrorController {
  private final ProblemWriter writer;

  ErrorDispatches(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  void write(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object cause = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    if (status == null) {
      writer.write(
          Problem.of(CommonProblem.NOT_FOUND), response); // somebody asked for /error itself
    } else if (cause instanceof Exception failure) {
      writer.write(Problems.of(failure), response);
    } else {
      writer.write(Problems.of(Problems.statusOr500(status), null), response);
    }
  }
}
