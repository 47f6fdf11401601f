package xyz.contentfactory.integration.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.problem.Permission;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.problem.TelegramProblems;
import xyz.contentfactory.kit.identity.Caller;

/// Changes of posts. What needs Telegram is under way when the answer comes: `change` of the
/// delivery says so, and whether it was refused.
@RestController
@RequestMapping("/api/v1/telegram/messages/{id}")
@Tag(name = "Messages")
public class MessageChangeController {
  private final PostChanges changes;

  public MessageChangeController(PostChanges changes) {
    this.changes = changes;
  }

  @PatchMapping
  @Operation(summary = "Change a planned post, or edit a live one")
  @TelegramProblems({
    TelegramProblem.ACCOUNT_LOGGED_OUT,
    TelegramProblem.DELIVERY_NOT_FOUND,
    TelegramProblem.POST_NOT_CHANGEABLE,
    TelegramProblem.POST_UNDER_WAY,
    TelegramProblem.SEND_AS_NOT_OFFERED,
    TelegramProblem.TEXT_TOO_LONG,
    TelegramProblem.TOPIC_NOT_FOUND
  })
  Delivery change(Caller caller, @PathVariable UUID id, @RequestBody ChangeRequest request) {
    Permission.toChange(caller);
    return changes.change(caller.memberId(), id, request);
  }

  @DeleteMapping
  @Operation(summary = "Delete a live post from its channel")
  @TelegramProblems({
    TelegramProblem.ACCOUNT_LOGGED_OUT,
    TelegramProblem.DELIVERY_NOT_FOUND,
    TelegramProblem.POST_NOT_CHANGEABLE,
    TelegramProblem.POST_UNDER_WAY
  })
  Delivery delete(Caller caller, @PathVariable UUID id) {
    return act(caller, id, ChangeKind.DELETE);
  }

  @PostMapping("/pin")
  @Operation(summary = "Pin a live post")
  @TelegramProblems({
    TelegramProblem.ACCOUNT_LOGGED_OUT,
    TelegramProblem.DELIVERY_NOT_FOUND,
    TelegramProblem.POST_NOT_CHANGEABLE,
    TelegramProblem.POST_UNDER_WAY
  })
  Delivery pin(Caller caller, @PathVariable UUID id) {
    return act(caller, id, ChangeKind.PIN);
  }

  @PostMapping("/unpin")
  @Operation(summary = "Unpin a live post")
  @TelegramProblems({
    TelegramProblem.ACCOUNT_LOGGED_OUT,
    TelegramProblem.DELIVERY_NOT_FOUND,
    TelegramProblem.POST_NOT_CHANGEABLE,
    TelegramProblem.POST_UNDER_WAY
  })
  Delivery unpin(Caller caller, @PathVariable UUID id) {
    return act(caller, id, ChangeKind.UNPIN);
  }

  @PostMapping("/cancel")
  @Operation(summary = "Cancel a planned post")
  @TelegramProblems({
    TelegramProblem.DELIVERY_NOT_FOUND,
    TelegramProblem.POST_NOT_CHANGEABLE,
    TelegramProblem.POST_UNDER_WAY
  })
  Delivery cancel(Caller caller, @PathVariable UUID id) {
    Permission.toChange(caller);
    return changes.cancel(caller.memberId(), id);
  }

  @PostMapping("/retry")
  @Operation(
      summary = "Plan a refused or cancelled post again",
      description = "At its planned time when that is still ahead, else now.")
  @TelegramProblems({
    TelegramProblem.ACCOUNT_LOGGED_OUT,
    TelegramProblem.DELIVERY_NOT_FOUND,
    TelegramProblem.POST_NOT_CHANGEABLE,
    TelegramProblem.POST_UNDER_WAY
  })
  Delivery retry(Caller caller, @PathVariable UUID id) {
    Permission.toChange(caller);
    return changes.retry(caller.memberId(), id);
  }

  private Delivery act(Caller caller, UUID id, ChangeKind kind) {
    Permission.toChange(caller);
    return changes.act(caller.memberId(), id, kind);
  }
}
