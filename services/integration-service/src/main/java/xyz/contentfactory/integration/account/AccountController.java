package xyz.contentfactory.integration.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.problem.Permission;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.storage.Page;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.problem.ProblemException;

/// The caller's connected accounts.
@RestController
@RequestMapping("/api/v1/telegram/accounts")
@Tag(name = "Accounts")
public class AccountController {
  private final Accounts accounts;
  private final Disconnection disconnection;

  public AccountController(Accounts accounts, Disconnection disconnection) {
    this.accounts = accounts;
    this.disconnection = disconnection;
  }

  @GetMapping
  @Operation(summary = "All connected accounts")
  Page<Account> list(Caller caller) {
    return Page.of(accounts.ofMember(caller.memberId()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One account")
  Account get(Caller caller, @PathVariable UUID id) {
    return accounts
        .find(caller.memberId(), id)
        .orElseThrow(() -> ProblemException.of(TelegramProblem.ACCOUNT_NOT_FOUND));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Log out at Telegram and disconnect")
  void disconnect(Caller caller, @PathVariable UUID id) {
    Permission.toChange(caller);
    get(caller, id);
    disconnection.disconnect(id);
  }
}
