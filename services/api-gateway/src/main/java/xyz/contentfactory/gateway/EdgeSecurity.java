package xyz.contentfactory.gateway;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import xyz.contentfactory.gateway.limit.LimitedRequests;
import xyz.contentfactory.gateway.permission.PermittedRequests;
import xyz.contentfactory.gateway.session.AccessTokenFilter;
import xyz.contentfactory.gateway.session.CsrfRules;
import xyz.contentfactory.gateway.session.TokensInCookies;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemWriter;

/// The order in which a request is judged: CSRF, whose session, how often, whether the permission
/// table allows it; last the cookies of sign-in, refresh and sign-out.
///
/// The resource server's own configurer is not used on purpose: it exempts from CSRF every request
/// in which its token resolver finds a token, which would be every request with a session cookie.
record EdgeSecurity(
    AccessTokenFilter accessTokens,
    LimitedRequests limitsOfAddresses,
    LimitedRequests limitsOfCallers,
    PermittedRequests permitted,
    TokensInCookies tokensInCookies,
    CookieCsrfTokenRepository csrfTokens,
    ProblemWriter problems) {

  SecurityFilterChain chain(HttpSecurity http) {
    return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(
            AbstractHttpConfigurer::disable) // SecurityHeaders covers what this chain never sees
        .csrf(csrf ->
            csrf.requireCsrfProtectionMatcher(new CsrfRules())
                .csrfTokenRepository(csrfTokens)
                .csrfTokenRequestHandler(plainTokens())
                .sessionAuthenticationStrategy((session, request, response) -> {}))
        .addFilterBefore(limitsOfAddresses, CsrfFilter.class)
        .addFilterBefore(accessTokens, AnonymousAuthenticationFilter.class)
        .addFilterBefore(limitsOfCallers, AnonymousAuthenticationFilter.class)
        .addFilterBefore(permitted, AuthorizationFilter.class)
        .addFilterAfter(tokensInCookies, AuthorizationFilter.class)
        .exceptionHandling(
            handling -> handling.accessDeniedHandler((request, response, e) -> denied(e, response)))
        .build();
  }

  /// The token is only ever in a cookie, never in a page, so it needs no masking against
  /// compression attacks; and it is made with the first response, not when somebody asks.
  private static CsrfTokenRequestAttributeHandler plainTokens() {
    CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
    handler.setCsrfRequestAttributeName(null);
    return handler;
  }

  private void denied(AccessDeniedException e, HttpServletResponse response) throws IOException {
    CommonProblem problem =
        e instanceof CsrfException ? CommonProblem.CSRF_TOKEN_MISSING : CommonProblem.NOT_ALLOWED;
    problems.write(Problem.of(problem), response);
  }
}
