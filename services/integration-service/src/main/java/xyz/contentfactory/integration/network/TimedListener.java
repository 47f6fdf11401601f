package xyz.contentfactory.integration.network;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.ClientListener;
import xyz.contentfactory.telegram.client.ConnectionState;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.UpdateBatch;
import xyz.contentfactory.telegram.client.UpdateMark;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;

/// Tells the clock what a connection that stands has found out; passes everything on.
final class TimedListener implements ClientListener {
  private final ClientListener owner;
  private final TelegramClock clock;
  private @Nullable StoredLogin login;

  TimedListener(@Nullable StoredLogin login, ClientListener owner, TelegramClock clock) {
    this.login = login;
    this.owner = owner;
    this.clock = clock;
  }

  @Override
  public void loginChanged(StoredLogin changed) {
    owner.loginChanged(changed);
    login = changed;
  }

  @Override
  public void clockHeard(Duration offset) {
    clock.heard(offset);
    owner.clockHeard(offset);
  }

  @Override
  public void stateChanged(ConnectionState state) {
    Duration known = login == null ? null : login.clockOffset();
    if (known != null && state == ConnectionState.CONNECTED) {
      clock.heard(known);
    }
    owner.stateChanged(state);
  }

  @Override
  public void proxyFailed(ProxyFailed.Reason reason) {
    owner.proxyFailed(reason);
  }

  @Override
  public @Nullable UpdateMark updateMark() {
    return owner.updateMark();
  }

  @Override
  public void updated(UpdateBatch batch) {
    owner.updated(batch);
  }

  @Override
  public void loggedOut(RpcError reason) {
    owner.loggedOut(reason);
  }
}
