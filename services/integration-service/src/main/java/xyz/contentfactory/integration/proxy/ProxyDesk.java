package xyz.contentfactory.integration.proxy;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import xyz.contentfactory.integration.account.Account;
import xyz.contentfactory.integration.journal.Act;
import xyz.contentfactory.integration.journal.Journal;
import xyz.contentfactory.integration.journal.LogKind;
import xyz.contentfactory.integration.journal.LogResult;
import xyz.contentfactory.integration.problem.Failure;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.database.ServiceDatabase;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;

/// Gives an account its proxy and takes it away: tested first, written down with its lines in the
/// journal and the audit trail, then gone through.
public record ProxyDesk(
    ServiceDatabase database,
    AccountProxies proxies,
    ProxyTrial trial,
    Rerouting rerouting,
    Journal journal,
    Audit audit) {

  /// Nothing changes when it does not lead to Telegram.
  ///
  /// @throws xyz.contentfactory.kit.problem.ProblemException `proxy-…`
  TestedProxy set(Account account, Proxy proxy, ClientAddress from) {
    TestedProxy tested;
    try {
      tested = trial.of(proxy, account.dc());
    } catch (ProxyFailed e) {
      Failure failure = Failures.of(e);
      journal.write(
          act(account, LogKind.PROXY_SET, proxy)
              .failing(LogResult.REFUSED, failure.code().code(), null));
      throw failure.asProblem();
    }
    change(
        account,
        tested.taken(account.memberId(), account.id()),
        "account.proxy-set",
        proxy,
        from,
        () -> {
          proxies.save(account.id(), tested);
          return true;
        });
    return tested;
  }

  /// Nothing happens when there is none.
  void remove(Account account, ClientAddress from) {
    proxies
        .find(account.id())
        .map(TestedProxy::proxy)
        .ifPresent(proxy ->
            change(
                account,
                act(account, LogKind.PROXY_REMOVED, proxy),
                "account.proxy-remove",
                proxy,
                from,
                () -> proxies.remove(account.id())));
  }

  private void change(
      Account account,
      Act line,
      String action,
      Proxy proxy,
      ClientAddress from,
      Supplier<Boolean> write) {
    rerouting.reroute(
        account.id(),
        () ->
            database.inTransaction(() -> {
              if (write.get()) {
                journal.write(line);
                audit.record(entry(account, action, proxy, from));
              }
            }));
  }

  private static AuditEntry entry(Account account, String action, Proxy proxy, ClientAddress from) {
    Map<String, String> details = new HashMap<>();
    details.put("account", account.id().toString());
    details.put("proxy", ProxyView.place(proxy));
    return new AuditEntry(account.memberId(), action, AuditEntry.Outcome.OK, from, details);
  }

  private static Act act(Account account, LogKind kind, Proxy proxy) {
    return Act.ok(account.memberId(), account.id(), kind).withDetail(ProxyView.place(proxy));
  }
}
