package xyz.contentfactory.integration.fleet;

import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.client.ClientListener;
import xyz.contentfactory.telegram.client.ConnectionState;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.client.UpdateBatch;
import xyz.contentfactory.telegram.client.UpdateMark;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;

/// Hears the client of one account: a changed login is stored before the client goes on, everything
/// else stands here until the actor looks, and wakes it. Written by the client's thread.
final class Listener implements ClientListener {
  private final AccountRecord record;
  private final UpdateRecord updates;
  private final Runnable wake;
  private volatile ConnectionState connection = ConnectionState.CONNECTING;
  private volatile @Nullable RpcError loggedOut;
  private volatile boolean channelsChanged;
  private volatile ProxyFailed.@Nullable Reason proxyFailure;

  Listener(AccountRecord record, UpdateRecord updates, Runnable wake) {
    this.record = record;
    this.updates = updates;
    this.wake = wake;
  }

  boolean isConnected() {
    return connection == ConnectionState.CONNECTED;
  }

  /// Why the login is over; null while it holds.
  @Nullable RpcError loggedOut() {
    return loggedOut;
  }

  /// Null while the proxy leads to Telegram, or there is none.
  ProxyFailed.@Nullable Reason proxyFailure() {
    return proxyFailure;
  }

  /// Another way begins.
  void forgetProxyFailure() {
    proxyFailure = null;
  }

  /// Telegram has said that a channel came, went, or has other rights; told once.
  boolean takeChannelsChanged() {
    if (!channelsChanged) {
      return false;
    }
    channelsChanged = false;
    return true;
  }

  @Override
  public void loginChanged(StoredLogin login) {
    record.login(login);
  }

  @Override
  public void stateChanged(ConnectionState state) {
    if (state == ConnectionState.CONNECTED) {
      proxyFailure = null;
    }
    connection = state;
    wake.run();
  }

  @Override
  public void proxyFailed(ProxyFailed.Reason reason) {
    proxyFailure = reason;
    wake.run();
  }

  @Override
  public @Nullable UpdateMark updateMark() {
    return updates.mark();
  }

  @Override
  public void updated(UpdateBatch batch) {
    if (updates.keep(batch)) {
      channelsChanged = true;
      wake.run();
    }
  }

  @Override
  public void loggedOut(RpcError reason) {
    loggedOut = reason;
    wake.run();
  }
}
