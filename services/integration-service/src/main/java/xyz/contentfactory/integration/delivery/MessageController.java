package xyz.contentfactory.integration.delivery;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.problem.Permission;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.problem.TelegramProblems;
import xyz.contentfactory.integration.storage.Cursor;
import xyz.contentfactory.integration.storage.Page;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.problem.ProblemException;

/// Posts to be made, and what became of them.
@RestController
@RequestMapping("/api/v1/telegram/messages")
@Tag(name = "Messages")
public class MessageController {
  private final DeliveryPlan plan;
  private final Deliveries deliveries;

  public MessageController(DeliveryPlan plan, Deliveries deliveries) {
    this.plan = plan;
    this.deliveries = deliveries;
  }

  @PostMapping
  @Operation(summary = "Publish now or at a time; the same Idempotency-Key never posts twice")
  @ApiResponse(responseCode = "201", description = "Planned", useReturnTypeSchema = true)
  @ApiResponse(
      responseCode = "200",
      description = "The delivery that this key has made before",
      useReturnTypeSchema = true)
  @TelegramProblems({
    TelegramProblem.ACCOUNT_LOGGED_OUT,
    TelegramProblem.CHANNEL_NOT_FOUND,
    TelegramProblem.IDEMPOTENCY_KEY_MISSING,
    TelegramProblem.IDEMPOTENCY_KEY_REUSED,
    TelegramProblem.POST_NOT_ALLOWED,
    TelegramProblem.SEND_AS_NOT_OFFERED,
    TelegramProblem.TEXT_TOO_LONG,
    TelegramProblem.TOPIC_NOT_FOUND
  })
  ResponseEntity<Delivery> post(
      Caller caller,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody PostRequest request) {
    Permission.toChange(caller);
    DeliveryPlan.Planned planned =
        plan.plan(caller.memberId(), request.channel(), request.wish(), key);
    return ResponseEntity.status(planned.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(planned.delivery());
  }

  @GetMapping
  @Operation(summary = "Deliveries, newest first")
  Page<Delivery> list(
      Caller caller,
      @RequestParam(required = false) @Nullable UUID accountId,
      @RequestParam(required = false) @Nullable UUID channelId,
      @RequestParam(required = false) @Nullable DeliveryState state,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    Cursor page = Cursor.parse(cursor, limit);
    DeliveryFilter filter = new DeliveryFilter(accountId, channelId, state);
    return Page.of(deliveries.list(caller.memberId(), filter, page), page, Delivery::seq);
  }

  @GetMapping("/{id}")
  @Operation(summary = "One delivery")
  @TelegramProblems(TelegramProblem.DELIVERY_NOT_FOUND)
  Delivery get(Caller caller, @PathVariable UUID id) {
    return deliveries
        .find(caller.memberId(), id)
        .orElseThrow(() -> ProblemException.of(TelegramProblem.DELIVERY_NOT_FOUND));
  }
}
