package xyz.contentfactory.kit.identity;

import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemException;

/// Gives a controller its `Caller` from the access token that the edge has verified.
public final class CallerArgument implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Caller resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    Principal principal = request.getUserPrincipal();
    if (principal instanceof JwtAuthenticationToken session) {
      return callerOf(session.getToken());
    }
    throw ProblemException.of(CommonProblem.SIGN_IN_NEEDED);
  }

  /// The caller that a verified token names.
  public static Caller callerOf(Jwt token) {
    try {
      return new Caller(
          UUID.fromString(claim(token, "sub")),
          Role.fromWireName(claim(token, "role")),
          UUID.fromString(claim(token, "sid")));
    } catch (IllegalArgumentException e) {
      throw ProblemException.of(CommonProblem.SIGN_IN_NEEDED);
    }
  }

  private static String claim(Jwt token, String name) {
    String value = token.getClaimAsString(name);
    return value == null ? "" : value;
  }
}
