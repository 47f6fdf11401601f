package xyz.contentfactory.integration.login;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.problem.Failures;
import xyz.contentfactory.integration.proxy.AccountProxies;
import xyz.contentfactory.integration.proxy.ProxyTrial;
import xyz.contentfactory.integration.proxy.TestedProxy;
import xyz.contentfactory.telegram.net.proxy.Proxy;
import xyz.contentfactory.telegram.net.proxy.ProxyFailed;

/// By which way a new login goes from its first contact on; an account that has a proxy is asked
/// for through it, never around it.
public record LoginProxies(AccountProxies proxies, ProxyTrial trial) {
  /// Where the person lives, Telegram tells later.
  private static final int ANY_DC = 0;

  /// What the person chose, tested; else what the number's account has, which needs a login again.
  ///
  /// @throws xyz.contentfactory.kit.problem.ProblemException `proxy-…`
  Optional<TestedProxy> ofNumber(UUID member, String phoneHash, @Nullable Proxy chosen) {
    return chosen(chosen).or(() -> proxies.ofNumber(member, phoneHash));
  }

  /// What the person or bot's account has, which needs a login again.
  public Optional<TestedProxy> ofPerson(UUID member, long telegramUserId) {
    return proxies.ofPerson(member, telegramUserId);
  }

  /// What the person chose, tested.
  ///
  /// @throws xyz.contentfactory.kit.problem.ProblemException `proxy-…`
  public Optional<TestedProxy> chosen(@Nullable Proxy chosen) {
    return chosen == null ? Optional.empty() : Optional.of(tested(chosen));
  }

  private TestedProxy tested(Proxy chosen) {
    try {
      return trial.of(chosen, ANY_DC);
    } catch (ProxyFailed e) {
      throw Failures.of(e).asProblem();
    }
  }

  /// An open login need not be begun anew for this wish.
  static boolean suits(PendingLogin open, @Nullable Proxy chosen) {
    return chosen == null || chosen.equals(open.way());
  }
}
