package xyz.contentfactory.gateway.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.HttpRequestHandler;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemWriter;

/// Swagger UI and ReDoc over `/openapi.json`, from files that we ship: for whoever develops, so
/// only in debug mode; else their addresses are `not-found`.
///
/// Both write styles into the page, which the content policy of everything else forbids. Theirs
/// allows that and nothing more: scripts come from here alone.
public final class ApiPages implements HttpRequestHandler {
  /// The addresses that this handles.
  public static final List<String> ADDRESSES =
      List.of("/swagger-ui", "/swagger-ui/**", "/redoc", "/redoc/**");

  private static final String OURS = "xyz/contentfactory/gateway/document/";
  private static final String SWAGGER = "META-INF/resources/webjars/swagger-ui/5.30.2/";
  private static final String REDOC = "META-INF/resources/webjars/redoc/2.5.1/";
  private static final String HTML = "text/html;charset=UTF-8";
  private static final String SCRIPT = "text/javascript;charset=UTF-8";

  private static final Map<String, Page> PAGES =
      Map.of(
          "/swagger-ui", new Page(OURS + "swagger-ui.html", HTML),
          "/swagger-ui/start.js", new Page(OURS + "swagger-ui.js", SCRIPT),
          "/swagger-ui/bundle.js", new Page(SWAGGER + "swagger-ui-bundle.js", SCRIPT),
          "/swagger-ui/style.css", new Page(SWAGGER + "swagger-ui.css", "text/css;charset=UTF-8"),
          "/redoc", new Page(OURS + "redoc.html", HTML),
          "/redoc/start.js", new Page(OURS + "redoc.js", SCRIPT),
          "/redoc/bundle.js", new Page(REDOC + "redoc.standalone.js", SCRIPT));

  private final boolean debug;
  private final ProblemWriter problems;

  public ApiPages(boolean debug, ProblemWriter problems) {
    this.debug = debug;
    this.problems = problems;
  }

  private record Page(String file, String type) {}

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Page page = PAGES.get(request.getServletPath());
    if (!debug || page == null) {
      problems.write(Problem.of(CommonProblem.NOT_FOUND), response);
      return;
    }
    byte[] bytes = new ClassPathResource(page.file()).getContentAsByteArray();
    if (page.type().equals(HTML)) {
      response.setHeader(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
              + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'");
    }
    response.setHeader("Cache-Control", "no-cache");
    response.setContentType(page.type());
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
