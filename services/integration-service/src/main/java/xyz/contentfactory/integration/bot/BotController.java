package xyz.contentfactory.integration.bot;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.account.Account;
import xyz.contentfactory.integration.account.AccountKind;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.account.Disconnection;
import xyz.contentfactory.integration.problem.AsksTelegram;
import xyz.contentfactory.integration.problem.Complaints;
import xyz.contentfactory.integration.problem.Permission;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.problem.TelegramProblems;
import xyz.contentfactory.integration.problem.TriesProxy;
import xyz.contentfactory.integration.proxy.ProxyRequest;
import xyz.contentfactory.integration.storage.Page;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.telegram.client.BotToken;

/// The caller's bots. A bot is an account, too, and posts as one.
@RestController
@RequestMapping("/api/v1/telegram/bots")
@Tag(name = "Bots")
public class BotController {
  private static final int TOKEN_LIMIT = 100;

  private final BotFlow flow;
  private final Accounts accounts;
  private final Disconnection disconnection;

  public BotController(BotFlow flow, Accounts accounts, Disconnection disconnection) {
    this.flow = flow;
    this.accounts = accounts;
    this.disconnection = disconnection;
  }

  /// @param proxy what the bot goes through from its first contact on; without one what it has when
  ///   it is known already, else the straight way
  record BotRequest(@Nullable Secret token, @Nullable ProxyRequest proxy) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Connect a bot by the token that BotFather gives")
  @TelegramProblems({TelegramProblem.ACCOUNT_ALREADY_CONNECTED, TelegramProblem.BOT_TOKEN_INVALID})
  @AsksTelegram
  @TriesProxy
  Account add(Caller caller, @RequestBody BotRequest request) {
    Permission.toChange(caller);
    BotToken token = token(request.token());
    return flow.connect(caller.memberId(), token, ProxyRequest.read(request.proxy()));
  }

  private static BotToken token(@Nullable Secret given) {
    if (given == null || given.reveal().isBlank()) {
      throw Complaints.about("token", "Fill this in.", "required");
    }
    if (given.reveal().length() > TOKEN_LIMIT) {
      throw Complaints.about("token", "This is too long.", "size");
    }
    try {
      return new BotToken(given.reveal().strip());
    } catch (IllegalArgumentException e) {
      throw Complaints.about(
          "token", "A token looks like 123456789:AAF…, with the colon.", "bot-token");
    }
  }

  @GetMapping
  @Operation(summary = "All connected bots")
  Page<Account> list(Caller caller) {
    return Page.of(
        accounts.ofMember(caller.memberId()).stream()
            .filter(account -> account.kind() == AccountKind.BOT)
            .toList());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Log the bot out and forget its token")
  @TelegramProblems(TelegramProblem.ACCOUNT_NOT_FOUND)
  @AsksTelegram
  void remove(Caller caller, @PathVariable UUID id) {
    Permission.toChange(caller);
    Account bot =
        accounts
            .find(caller.memberId(), id)
            .filter(account -> account.kind() == AccountKind.BOT)
            .orElseThrow(() -> ProblemException.of(TelegramProblem.ACCOUNT_NOT_FOUND));
    disconnection.disconnect(bot.id());
  }
}
