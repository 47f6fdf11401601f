package xyz.contentfactory.gateway.trail;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import xyz.contentfactory.gateway.limit.Limit;
import xyz.contentfactory.gateway.limit.RateLimits;
import xyz.contentfactory.gateway.permission.Permissions;
import xyz.contentfactory.gateway.permission.Permissions.Listed;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.CallerAuthentication;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.AnsweredProblem;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemCode;

/// Leaves a trace when somebody who is known asks for what they may not do (403), or too often: by
/// the edge's word or by a service's. Once a minute for each caller and endpoint, so that whoever
/// repeats it does not fill the trail.
///
/// It stands before the chain of Spring Security, and learns from the request, when that is
/// through, who it was.
public final class RefusedRequests extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedRequests.class);
  private static final Limit PACE = Limit.of("1/1m");
  private static final String UNLISTED = "(no such endpoint)";

  private final Permissions permissions;
  private final RateLimits pace;
  private final Audit audit;
  private final SecurityContextRepository contexts =
      new RequestAttributeSecurityContextRepository();

  public RefusedRequests(Permissions permissions, RateLimits pace, Audit audit) {
    this.permissions = permissions;
    this.pace = pace;
    this.audit = audit;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getServletPath().startsWith("/api/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    AnsweredProblem answer = new AnsweredProblem(response);
    chain.doFilter(request, answer);
    ProblemCode code = answer.code();
    if (code != null && isRefusal(code)) {
      Caller caller = caller(request);
      if (caller != null) {
        remember(caller, endpoint(request), code, new ClientAddress(request.getRemoteAddr()));
      }
    }
  }

  private static boolean isRefusal(ProblemCode code) {
    return code.status() == HttpStatus.FORBIDDEN || code == CommonProblem.TOO_MANY_REQUESTS;
  }

  private @Nullable Caller caller(HttpServletRequest request) {
    return contexts.loadDeferredContext(request).get().getAuthentication()
            instanceof CallerAuthentication known
        ? known.getPrincipal()
        : null;
  }

  /// As the permission table has it: so there are as many as the table has lines.
  private String endpoint(HttpServletRequest request) {
    return permissions.of(
                request.getMethod(), ServletRequestPathUtils.parse(request).pathWithinApplication())
            instanceof Listed listed
        ? listed.permission().endpoint()
        : UNLISTED;
  }

  private void remember(Caller caller, String endpoint, ProblemCode code, ClientAddress from) {
    UUID who = caller.apiKeyId() == null ? caller.memberId() : caller.apiKeyId();
    String once = "refused:" + who + ":" + endpoint;
    if (!pace.take(once, PACE).isGranted()) {
      return;
    }
    Map<String, String> details = new HashMap<>();
    details.put("endpoint", endpoint);
    details.put("code", code.code());
    if (caller.apiKeyId() != null) {
      details.put("apiKey", caller.apiKeyId().toString());
    }
    try {
      audit.record(
          new AuditEntry(caller.memberId(), "request.refused", Outcome.REFUSED, from, details));
    } catch (RuntimeException e) { // the refusal itself stands
      LOG.atWarn().setCause(e).log("a refused request could not be written to the audit trail");
    }
  }
}
