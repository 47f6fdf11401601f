package xyz.contentfactory.gateway.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import xyz.contentfactory.kit.identity.CallerArgument;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemWriter;

/// Finds the session of a request: the bearer token of a program, else the cookie of a browser. A
/// bearer token that is not valid is refused at once; a cookie that is not valid any more means
/// nobody, so that the sign-in page still opens. Where one signs in, nobody needs to be signed in:
/// there both are ignored, and so they are outside the API, where every address is for everybody:
/// no signature is verified for a file.
public final class AccessTokenFilter extends OncePerRequestFilter {
  private static final Set<String> WITHOUT_SESSION =
      Set.of("/api/auth/login", "/api/auth/register", "/api/auth/refresh");

  private final JwtDecoder decoder;
  private final ProblemWriter problems;

  /// Keeps the session for the async dispatch of a streamed answer.
  private final SecurityContextRepository contexts =
      new RequestAttributeSecurityContextRepository();

  public AccessTokenFilter(JwtDecoder decoder, ProblemWriter problems) {
    this.decoder = decoder;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return !path.startsWith("/api/") || WITHOUT_SESSION.contains(path);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    Jwt token = header == null ? ofCookie(request) : decoded(bearer(header));
    if (token != null) {
      enter(token, request, response);
    } else if (header != null) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      problems.write(Problem.of(CommonProblem.SIGN_IN_NEEDED), response);
      return;
    }
    chain.doFilter(request, response);
  }

  private @Nullable Jwt ofCookie(HttpServletRequest request) {
    return decoded(SessionCookies.access(request));
  }

  private static @Nullable String bearer(String header) {
    return header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).strip() : null;
  }

  private @Nullable Jwt decoded(@Nullable String token) {
    if (token == null) {
      return null;
    }
    try {
      return decoder.decode(token);
    } catch (JwtException e) {
      return null;
    }
  }

  private void enter(Jwt token, HttpServletRequest request, HttpServletResponse response) {
    String role = CallerArgument.callerOf(token).role().name().toUpperCase(Locale.ROOT);
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        new JwtAuthenticationToken(token, List.of(new SimpleGrantedAuthority("ROLE_" + role))));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }
}
