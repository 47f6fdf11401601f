package xyz.contentfactory.integration.channel;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.account.AccountKind;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.problem.AsksTelegram;
import xyz.contentfactory.integration.problem.Permission;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.problem.TelegramProblems;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.problem.ProblemException;

/// The topics of a forum, and as whom an account may write in a group.
@RestController
@RequestMapping("/api/v1/telegram/channels/{id}/choices")
@Tag(name = "Channels")
public class ChoicesController {
  private final Channels channels;
  private final Accounts accounts;
  private final Choices choices;
  private final GroupLook.Taking telegram;

  public ChoicesController(
      Channels channels, Accounts accounts, Choices choices, GroupLook.Taking telegram) {
    this.channels = channels;
    this.accounts = accounts;
    this.choices = choices;
    this.telegram = telegram;
  }

  @GetMapping
  @Operation(summary = "Topics of a group, and as whom to write there, as Telegram said last")
  @TelegramProblems(TelegramProblem.CHANNEL_NOT_FOUND)
  PostingChoices kept(Caller caller, @PathVariable UUID id) {
    return choices.of(found(caller, id).id());
  }

  @PostMapping("/refresh")
  @Operation(
      summary = "Ask Telegram for them again",
      description =
          "Bots may not ask: they know the topics that another account of yours was told.")
  @TelegramProblems({TelegramProblem.CHANNEL_NOT_FOUND, TelegramProblem.ACCOUNT_PAUSED})
  @AsksTelegram
  PostingChoices refresh(Caller caller, @PathVariable UUID id) {
    Permission.toChange(caller);
    Channel channel = found(caller, id);
    if (channel.kind() == Channel.Kind.GROUP && !isBot(caller, channel)) {
      GroupLook seen = telegram.look(channel.accountId(), channels.peerOf(channel));
      choices.replace(channel.id(), seen);
    }
    return choices.of(channel.id());
  }

  private boolean isBot(Caller caller, Channel channel) {
    return accounts
        .find(caller.memberId(), channel.accountId())
        .filter(account -> account.kind() == AccountKind.BOT)
        .isPresent();
  }

  private Channel found(Caller caller, UUID id) {
    return channels
        .find(caller.memberId(), id)
        .orElseThrow(() -> ProblemException.of(TelegramProblem.CHANNEL_NOT_FOUND));
  }
}
