package xyz.contentfactory.integration.fleet;

import java.util.function.Consumer;
import xyz.contentfactory.telegram.client.ClientListener;
import xyz.contentfactory.telegram.client.ConnectionState;
import xyz.contentfactory.telegram.client.RpcError;
import xyz.contentfactory.telegram.client.StoredLogin;

/// Hears the client of one account: a changed login is stored before the client goes on, everything
/// else is passed to the actor.
record Listener(AccountRecord record, Consumer<ConnectionState> connection, Consumer<RpcError> over)
    implements ClientListener {

  @Override
  public void loginChanged(StoredLogin login) {
    record.login(login);
  }

  @Override
  public void stateChanged(ConnectionState state) {
    connection.accept(state);
  }

  @Override
  public void loggedOut(RpcError reason) {
    over.accept(reason);
  }
}
