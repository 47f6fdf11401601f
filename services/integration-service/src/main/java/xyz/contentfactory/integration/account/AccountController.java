package xyz.contentfactory.integration.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.problem.AsksTelegram;
import xyz.contentfactory.integration.problem.Permission;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.problem.TelegramProblems;
import xyz.contentfactory.integration.problem.Whose;
import xyz.contentfactory.integration.storage.Page;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.CommonProblems;
import xyz.contentfactory.kit.problem.ProblemException;

/// The caller's connected accounts; an admin sees that there are others, and their states.
@RestController
@RequestMapping("/api/v1/telegram/accounts")
@Tag(name = "Accounts")
public class AccountController {
  private final Accounts accounts;
  private final Disconnection disconnection;
  private final Pausing pausing;

  public AccountController(Accounts accounts, Disconnection disconnection, Pausing pausing) {
    this.accounts = accounts;
    this.disconnection = disconnection;
    this.pausing = pausing;
  }

  @GetMapping
  @Operation(
      summary = "All connected accounts",
      description =
          "scope=all is for admins and shows at most 500, those in need of somebody first.")
  @CommonProblems(CommonProblem.NOT_ALLOWED)
  Page<Account> list(
      Caller caller,
      @RequestParam(required = false) @Schema(allowableValues = {"own", "all"})
          @Nullable String scope) {
    Whose whose = Whose.parse(scope, caller);
    return Page.of(whose.isAll() ? accounts.ofAll() : accounts.ofMember(caller.memberId()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "One account")
  @TelegramProblems(TelegramProblem.ACCOUNT_NOT_FOUND)
  Account get(Caller caller, @PathVariable UUID id) {
    return accounts
        .find(caller.memberId(), id)
        .orElseThrow(() -> ProblemException.of(TelegramProblem.ACCOUNT_NOT_FOUND));
  }

  @PostMapping("/{id}/pause")
  @Operation(
      summary = "Let the account rest",
      description = "Nobody holds a connection for it then; its posts wait until it is resumed.")
  @TelegramProblems({TelegramProblem.ACCOUNT_NOT_FOUND, TelegramProblem.ACCOUNT_LOGGED_OUT})
  Account pause(Caller caller, @PathVariable UUID id) {
    Permission.toChange(caller);
    if (!get(caller, id).state().isAlive()) {
      throw ProblemException.of(TelegramProblem.ACCOUNT_LOGGED_OUT);
    }
    pausing.pause(id);
    return get(caller, id);
  }

  @PostMapping("/{id}/resume")
  @Operation(summary = "Take a paused account up again")
  @TelegramProblems(TelegramProblem.ACCOUNT_NOT_FOUND)
  Account resume(Caller caller, @PathVariable UUID id) {
    Permission.toChange(caller);
    get(caller, id);
    pausing.resume(id);
    return get(caller, id);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Log out at Telegram and disconnect")
  @TelegramProblems(TelegramProblem.ACCOUNT_NOT_FOUND)
  @AsksTelegram
  void disconnect(Caller caller, @PathVariable UUID id) {
    Permission.toChange(caller);
    get(caller, id);
    disconnection.disconnect(id);
  }
}
