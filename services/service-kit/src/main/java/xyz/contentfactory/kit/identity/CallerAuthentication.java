package xyz.contentfactory.kit.identity;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// A verified caller, as Spring Security carries it through a request.
public final class CallerAuthentication extends AbstractAuthenticationToken {
  private final transient Caller caller;

  public CallerAuthentication(Caller caller) {
    super(List.of());
    this.caller = caller;
    super.setAuthenticated(true);
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public String getCredentials() {
    return ""; // the proof was looked at and is not kept
  }

  @Override
  public String getName() {
    return caller.memberId().toString();
  }
}
