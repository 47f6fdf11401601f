package xyz.contentfactory.integration.proxy;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.account.Account;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.problem.Permission;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.problem.TelegramProblems;
import xyz.contentfactory.integration.problem.TriesProxy;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.ProblemException;

/// The proxy that all of an account's connections go through.
@RestController
@RequestMapping("/api/v1/telegram/accounts/{id}/proxy")
@Tag(name = "Accounts")
public class ProxyController {
  private final Accounts accounts;
  private final AccountProxies proxies;
  private final ProxyDesk desk;

  public ProxyController(Accounts accounts, AccountProxies proxies, ProxyDesk desk) {
    this.accounts = accounts;
    this.proxies = proxies;
    this.desk = desk;
  }

  @GetMapping
  @Operation(
      summary = "The account's proxy",
      description = "Never its password or secret. Without a kind there is none.")
  @TelegramProblems(TelegramProblem.ACCOUNT_NOT_FOUND)
  ProxyView get(Caller caller, @PathVariable UUID id) {
    return proxies.find(account(caller, id).id()).map(ProxyView::of).orElse(ProxyView.NONE);
  }

  @PutMapping
  @Operation(
      summary = "Test a proxy and go through it from now on",
      description =
          "Telegram is asked through it first; it is kept only when Telegram answers. The account"
              + " stays logged in, and never goes around it.")
  @TelegramProblems(TelegramProblem.ACCOUNT_NOT_FOUND)
  @TriesProxy
  ProxyView set(
      Caller caller, ClientAddress from, @PathVariable UUID id, @RequestBody ProxyRequest request) {
    Permission.toChange(caller);
    Account account = account(caller, id);
    return ProxyView.of(desk.set(account, request.toProxy(""), from));
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Go the straight way from now on")
  @TelegramProblems(TelegramProblem.ACCOUNT_NOT_FOUND)
  void remove(Caller caller, ClientAddress from, @PathVariable UUID id) {
    Permission.toChange(caller);
    desk.remove(account(caller, id), from);
  }

  private Account account(Caller caller, UUID id) {
    return accounts
        .find(caller.memberId(), id)
        .orElseThrow(() -> ProblemException.of(TelegramProblem.ACCOUNT_NOT_FOUND));
  }
}
