package xyz.contentfactory.integration.batch;

import java.util.List;
import java.util.UUID;
import xyz.contentfactory.integration.event.Events;
import xyz.contentfactory.integration.event.Topic;
import xyz.contentfactory.integration.login.Login;
import xyz.contentfactory.integration.login.LoginNews;

/// Tells the browser about rows that have changed. Call it after the transaction.
record BatchNews(BatchRows rows, Events events) implements LoginNews {

  @Override
  public void changed(Login login) {
    if (login.batchId() != null) {
      rows.ofLogin(login).forEach(this::publish);
    }
  }

  void tell(List<UUID> changed) {
    rows.of(changed).forEach(this::publish);
  }

  private void publish(BatchRows.Owned owned) {
    events.publish(owned.memberId(), Topic.BATCH, owned.row());
  }
}
