package xyz.contentfactory.gateway.permission;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import xyz.contentfactory.gateway.permission.Permissions.Listed;
import xyz.contentfactory.gateway.permission.Permissions.OtherMethods;
import xyz.contentfactory.gateway.permission.Permissions.Unlisted;
import xyz.contentfactory.gateway.permission.Permissions.Verdict;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.CallerAuthentication;
import xyz.contentfactory.kit.identity.Scope;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemWriter;

/// Keeps to the permission table: under `/api` nothing passes that has no line there. What is
/// outside (the cabinet's files, the description of the API, the public keys) is for everybody.
public final class PermittedRequests extends OncePerRequestFilter {
  private final Permissions permissions;
  private final ProblemWriter problems;

  public PermittedRequests(Permissions permissions, ProblemWriter problems) {
    this.permissions = permissions;
    this.problems = problems;
  }

  /// Whether the request needs nobody behind it, so that a bad token on it means nobody.
  public static boolean isForEveryone(Permissions permissions, HttpServletRequest request) {
    return verdictOf(permissions, request) instanceof Listed(Permission permission)
        && permission.isForEveryone();
  }

  private static Verdict verdictOf(Permissions permissions, HttpServletRequest request) {
    return permissions.of(
        request.getMethod(), ServletRequestPathUtils.parse(request).pathWithinApplication());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return !path.equals("/api") && !path.startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    switch (verdictOf(permissions, request)) {
      case Unlisted none -> problems.write(Problem.of(CommonProblem.NOT_FOUND), response);
      case OtherMethods other -> otherMethod(request, response, other.methods());
      case Listed listed -> {
        CommonProblem refusal = refusal(listed.permission(), caller());
        if (refusal == null) {
          chain.doFilter(request, response);
        } else {
          refuse(refusal, listed.permission(), response);
        }
      }
    }
  }

  private static @Nullable Caller caller() {
    return SecurityContextHolder.getContext().getAuthentication()
            instanceof CallerAuthentication known
        ? known.getPrincipal()
        : null;
  }

  private static @Nullable CommonProblem refusal(Permission permission, @Nullable Caller caller) {
    if (permission.isForEveryone()) {
      return null;
    }
    if (caller == null) {
      return CommonProblem.SIGN_IN_NEEDED;
    }
    if (!permission.who().includes(caller.role())) {
      return CommonProblem.NOT_ALLOWED;
    }
    if (caller.isProgram()
        && (permission.scope() == null || !caller.scopes().contains(permission.scope()))) {
      return CommonProblem.API_KEY_SCOPE_MISSING;
    }
    return permission.confirmed() && !caller.emailConfirmed()
        ? CommonProblem.EMAIL_NOT_CONFIRMED
        : null;
  }

  private void refuse(CommonProblem refusal, Permission permission, HttpServletResponse response)
      throws IOException {
    if (refusal == CommonProblem.SIGN_IN_NEEDED) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    problems.write(
        refusal == CommonProblem.API_KEY_SCOPE_MISSING
            ? scopeMissing(permission.scope(), response)
            : Problem.of(refusal),
        response);
  }

  /// Names the scope, in the way of RFC 6750 too.
  private static Problem scopeMissing(@Nullable Scope scope, HttpServletResponse response) {
    if (scope == null) {
      return Problem.of(
          CommonProblem.API_KEY_SCOPE_MISSING, "No API key may do this; a person signs in for it.");
    }
    String name = scope.wireName();
    response.setHeader(
        HttpHeaders.WWW_AUTHENTICATE,
        "Bearer error=\"insufficient_scope\", scope=\"%s\"".formatted(name));
    return Problem.of(
            CommonProblem.API_KEY_SCOPE_MISSING,
            "This needs an API key with the scope \"%s\".".formatted(name))
        .with("scope", name);
  }

  private void otherMethod(
      HttpServletRequest request, HttpServletResponse response, Set<String> methods)
      throws IOException {
    Set<String> allowed = new TreeSet<>(methods);
    allowed.add("OPTIONS");
    if (methods.contains("GET")) {
      allowed.add("HEAD");
    }
    response.setHeader(HttpHeaders.ALLOW, String.join(", ", allowed));
    if ("OPTIONS".equals(request.getMethod())) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      problems.write(Problem.of(CommonProblem.METHOD_NOT_ALLOWED), response);
    }
  }
}
