package xyz.contentfactory.gateway.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemWriter;

/// Behind our own proxies a request gets the address of its client, which limits and the audit
/// trail then see. From anybody else forwarded headers mean nothing.
///
/// Only the address is taken from them: scheme and name are those of the public URL, so
/// `X-Forwarded-Proto` and `X-Forwarded-Host` are believed from nobody.
public final class ForwardedClients extends OncePerRequestFilter {
  private static final String X_FORWARDED_FOR = "X-Forwarded-For";
  private static final String FORWARDED = "Forwarded";

  private final ForwardedFor chain;
  private final ProblemWriter problems;

  /// @param proxies whose word is taken; none believes nobody
  public ForwardedClients(List<AddressRange> proxies, ProblemWriter problems) {
    this.chain = new ForwardedFor(proxies);
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    InetAddress socket = InetAddress.ofLiteral(request.getRemoteAddr());
    boolean usual = request.getHeader(X_FORWARDED_FOR) != null;
    boolean standard = request.getHeader(FORWARDED) != null;
    if (!chain.isOurs(socket) || !(usual || standard)) {
      next.doFilter(request, response);
      return;
    }
    InetAddress byUsual =
        chain.client(socket, ForwardedFor.ofXForwardedFor(request.getHeaders(X_FORWARDED_FOR)));
    InetAddress byStandard =
        chain.client(socket, ForwardedFor.ofForwarded(request.getHeaders(FORWARDED)));
    if (usual && standard && !byUsual.equals(byStandard)) {
      // a proxy writes one of them; the other one came through it from the client
      problems.write(
          Problem.of(CommonProblem.INVALID_INPUT, "The forwarded headers contradict each other."),
          response);
      return;
    }
    next.doFilter(new Forwarded(request, usual ? byUsual : byStandard), response);
  }

  private static final class Forwarded extends HttpServletRequestWrapper {
    private final String client;

    Forwarded(HttpServletRequest request, InetAddress client) {
      super(request);
      this.client = client.getHostAddress();
    }

    @Override
    public String getRemoteAddr() {
      return client;
    }

    @Override
    public String getRemoteHost() {
      return client;
    }
  }
}
