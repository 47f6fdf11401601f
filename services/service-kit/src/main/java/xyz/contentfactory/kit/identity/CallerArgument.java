package xyz.contentfactory.kit.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemException;

/// Gives a controller its `Caller`, whom the edge has verified.
public final class CallerArgument implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public @Nullable Caller resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    if (request.getUserPrincipal() instanceof CallerAuthentication known) {
      return known.getPrincipal();
    }
    if (parameter.isOptional()) {
      return null;
    }
    throw ProblemException.of(CommonProblem.SIGN_IN_NEEDED);
  }
}
