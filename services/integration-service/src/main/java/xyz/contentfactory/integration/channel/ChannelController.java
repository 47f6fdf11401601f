package xyz.contentfactory.integration.channel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.problem.AsksTelegram;
import xyz.contentfactory.integration.problem.Permission;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.problem.TelegramProblems;
import xyz.contentfactory.integration.storage.Page;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.problem.ProblemException;

/// Where the caller's accounts may post.
@RestController
@RequestMapping("/api/v1/telegram")
@Tag(name = "Channels")
public class ChannelController {
  private final Channels channels;
  private final Accounts accounts;
  private final ChannelRefresh refresh;

  public ChannelController(Channels channels, Accounts accounts, ChannelRefresh refresh) {
    this.channels = channels;
    this.accounts = accounts;
    this.refresh = refresh;
  }

  @GetMapping("/channels")
  @Operation(summary = "Channels and groups of all accounts, or of one")
  @TelegramProblems(TelegramProblem.ACCOUNT_NOT_FOUND)
  Page<Channel> list(Caller caller, @RequestParam(required = false) @Nullable UUID accountId) {
    if (accountId != null) {
      requireAccount(caller, accountId);
    }
    return Page.of(channels.ofMember(caller.memberId(), accountId));
  }

  @PostMapping("/accounts/{id}/channels/refresh")
  @Operation(summary = "Ask Telegram again what the account sees and may do")
  @TelegramProblems({TelegramProblem.ACCOUNT_NOT_FOUND, TelegramProblem.ACCOUNT_PAUSED})
  @AsksTelegram
  Page<Channel> refresh(Caller caller, @PathVariable UUID id) {
    Permission.toChange(caller);
    requireAccount(caller, id);
    refresh.refresh(id);
    return Page.of(channels.ofMember(caller.memberId(), id));
  }

  private void requireAccount(Caller caller, UUID id) {
    if (accounts.find(caller.memberId(), id).isEmpty()) {
      throw ProblemException.of(TelegramProblem.ACCOUNT_NOT_FOUND);
    }
  }
}
