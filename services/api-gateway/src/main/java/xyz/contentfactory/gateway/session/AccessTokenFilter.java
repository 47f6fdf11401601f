package xyz.contentfactory.gateway.session;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import xyz.contentfactory.gateway.permission.Permissions;
import xyz.contentfactory.gateway.permission.PermittedRequests;
import xyz.contentfactory.kit.identity.ApiKeyCallers;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.CallerAuthentication;
import xyz.contentfactory.kit.identity.CallerClaims;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemWriter;
import xyz.contentfactory.kit.secret.Secret;

/// Finds out who calls: by the API key or the bearer token of a program, else by the cookie of a
/// browser. A bearer that is not valid is refused at once, unless the address is for everyone; a
/// cookie that is not valid any more means nobody, so that the sign-in page still opens. Outside
/// the API every address is for everybody: no signature is verified for a file.
public final class AccessTokenFilter extends OncePerRequestFilter {
  private static final int LONGEST_KEY = 200;

  private final JwtDecoder decoder;
  private final ApiKeyCallers apiKeys;
  private final Permissions permissions;
  private final ProblemWriter problems;

  /// Keeps the caller for the async dispatch of a streamed answer.
  private final SecurityContextRepository contexts =
      new RequestAttributeSecurityContextRepository();

  public AccessTokenFilter(
      JwtDecoder decoder, ApiKeyCallers apiKeys, Permissions permissions, ProblemWriter problems) {
    this.decoder = decoder;
    this.apiKeys = apiKeys;
    this.permissions = permissions;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    String bearer = header == null ? null : bearer(header);
    String key = bearer != null && bearer.startsWith(ApiKeyCallers.PREFIX) ? bearer : null;
    Optional<Caller> caller =
        key == null
            ? ofToken(header == null ? SessionCookies.access(request) : bearer)
            : ofKey(key, new ClientAddress(request.getRemoteAddr()));
    if (caller.isPresent()) {
      enter(caller.get(), request, response);
    } else if (header != null && !PermittedRequests.isForEveryone(permissions, request)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      problems.write(
          Problem.of(key == null ? CommonProblem.SIGN_IN_NEEDED : CommonProblem.API_KEY_INVALID),
          response);
      return;
    }
    chain.doFilter(request, response);
  }

  private static @Nullable String bearer(String header) {
    return header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).strip() : null;
  }

  private Optional<Caller> ofKey(String key, ClientAddress from) {
    return key.length() <= LONGEST_KEY ? apiKeys.callerOf(Secret.of(key), from) : Optional.empty();
  }

  private Optional<Caller> ofToken(@Nullable String token) {
    if (token == null) {
      return Optional.empty();
    }
    try {
      return CallerClaims.callerOf(decoder.decode(token));
    } catch (JwtException e) {
      return Optional.empty();
    }
  }

  private void enter(Caller caller, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new CallerAuthentication(caller));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
  }
}
