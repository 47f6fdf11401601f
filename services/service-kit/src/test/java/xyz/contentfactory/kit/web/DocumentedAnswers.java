package xyz.contentfactory.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemCode;

/// For the tests of every service, in which it is a bean: a problem that the controller method does
/// not list is answered as 500 `undocumented`, so the test that provoked it fails. What any
/// endpoint may answer with needs no word there.
public final class DocumentedAnswers extends OncePerRequestFilter {
  private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z0-9-]+)\"}?");
  private static final Set<String> NEED_NO_WORD =
      EnumSet.complementOf(EnumSet.of(CommonProblem.NOT_FOUND, CommonProblem.CONFLICT)).stream()
          .map(ProblemCode::code)
          .collect(Collectors.toUnmodifiableSet());

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Held held = new Held(response);
    chain.doFilter(request, held);
    if (held.document.size() == 0) {
      return;
    }
    byte[] document = held.document.toByteArray();
    String undocumented = undocumented(request, new String(document, StandardCharsets.UTF_8));
    if (undocumented != null) {
      response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
      document =
          "{\"code\":\"undocumented\",\"detail\":\"%s\"}"
              .formatted(undocumented)
              .getBytes(StandardCharsets.UTF_8);
      response.setContentLength(document.length);
    }
    response.getOutputStream().write(document);
  }

  private static @Nullable String undocumented(HttpServletRequest request, String document) {
    Matcher code = CODE.matcher(document);
    if (!code.find()
        || !(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
            instanceof HandlerMethod handler)
        || !handler.getBeanType().isAnnotationPresent(RestController.class)) {
      return null;
    }
    boolean listed =
        NEED_NO_WORD.contains(code.group(1))
            || HandlerProblems.of(handler.getMethod()).stream()
                .anyMatch(problem -> problem.code().equals(code.group(1)));
    return listed ? null : code.group(1) + " is not listed at " + handler.getShortLogMessage();
  }

  /// Holds problem documents back; everything else passes at once, as events must.
  private static final class Held extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream document = new ByteArrayOutputStream();

    Held(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      String type = getContentType();
      return type != null && type.startsWith("application/problem+json")
          ? new Kept(document)
          : super.getOutputStream();
    }
  }

  private static final class Kept extends ServletOutputStream {
    private final ByteArrayOutputStream document;

    Kept(ByteArrayOutputStream document) {
      this.document = document;
    }

    @Override
    public void write(int value) {
      document.write(value);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("answers are written blocking");
    }
  }
}
