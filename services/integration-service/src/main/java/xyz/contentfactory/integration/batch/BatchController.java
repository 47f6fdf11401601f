package xyz.contentfactory.integration.batch;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
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
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.problem.Complaints;
import xyz.contentfactory.integration.problem.Permission;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.problem.TelegramProblems;
import xyz.contentfactory.integration.problem.TriesProxy;
import xyz.contentfactory.integration.proxy.ProxyRequest;
import xyz.contentfactory.integration.storage.Page;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.secret.Secret;

/// Many numbers at once. Codes, passwords and another code go to the login that a row names.
@RestController
@RequestMapping("/api/v1/telegram/connect/batches")
@Tag(name = "Connect")
public class BatchController {
  private static final int NUMBER_LIMIT = 64;

  /// Blank lines do not count, but are not without end.
  private static final int LINES = 2000;

  private final BatchDesk desk;

  BatchController(BatchDesk desk) {
    this.desk = desk;
  }

  /// @param numbers one each; blank ones are passed over and count as lines
  /// @param proxy what all of them go through from the first contact on; without one each goes
  ///   through what its account has, if it is known, else the straight way
  record BatchRequest(@Nullable List<@Nullable Secret> numbers, @Nullable ProxyRequest proxy) {}

  @PostMapping
  @Operation(
      summary = "Connect many numbers, each at its turn",
      description =
          "Lines that cannot be connected are refused one by one, the others go on; a list without"
              + " a good line is refused. The same Idempotency-Key never makes a second list.")
  @ApiResponse(responseCode = "201", description = "Begun", useReturnTypeSchema = true)
  @ApiResponse(
      responseCode = "200",
      description = "The list that this key has made before",
      useReturnTypeSchema = true)
  @TelegramProblems({
    TelegramProblem.IDEMPOTENCY_KEY_MISSING,
    TelegramProblem.IDEMPOTENCY_KEY_REUSED
  })
  @TriesProxy
  ResponseEntity<Batch> create(
      Caller caller,
      ClientAddress from,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody BatchRequest request) {
    Permission.toChange(caller);
    BatchDesk.Made made = desk.create(caller.memberId(), key, wish(request), from);
    return ResponseEntity.status(made.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(made.batch());
  }

  private static BatchDesk.Wish wish(BatchRequest request) {
    return new BatchDesk.Wish(numbers(request), ProxyRequest.read(request.proxy()));
  }

  private static List<@Nullable String> numbers(BatchRequest request) {
    List<@Nullable Secret> given = request.numbers();
    if (given == null) {
      throw Complaints.about("numbers", "Name at least one number.", "required");
    }
    if (given.size() > LINES) {
      throw Complaints.about("numbers", "This list is too long.", "size");
    }
    return given.stream().<@Nullable String>map(BatchController::text).toList();
  }

  /// Null for what is too long for a number, too.
  private static @Nullable String text(@Nullable Secret number) {
    return number == null || number.reveal().length() > NUMBER_LIMIT ? null : number.reveal();
  }

  @GetMapping
  @Operation(summary = "The lists of the last seven days without their rows, newest first")
  Page<Batch> list(Caller caller) {
    return Page.of(desk.list(caller.memberId()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "A list with where each number stands")
  @TelegramProblems(TelegramProblem.BATCH_NOT_FOUND)
  Batch get(Caller caller, @PathVariable UUID id) {
    return desk.get(caller.memberId(), id);
  }

  @PostMapping("/{id}/cancel")
  @Operation(
      summary = "Give up what is not finished",
      description = "Codes that are on their way are cancelled at Telegram a moment later.")
  @TelegramProblems(TelegramProblem.BATCH_NOT_FOUND)
  Batch cancel(Caller caller, ClientAddress from, @PathVariable UUID id) {
    Permission.toChange(caller);
    return desk.cancel(caller.memberId(), id, null, from);
  }

  @PostMapping("/{id}/retry")
  @Operation(summary = "Ask for the refused and expired numbers once more, at their turn")
  @TelegramProblems(TelegramProblem.BATCH_NOT_FOUND)
  Batch retry(Caller caller, ClientAddress from, @PathVariable UUID id) {
    Permission.toChange(caller);
    return desk.retry(caller.memberId(), id, null, from);
  }

  @PostMapping("/{id}/rows/{line}/cancel")
  @Operation(summary = "Give one number up")
  @TelegramProblems(TelegramProblem.BATCH_NOT_FOUND)
  Batch cancelRow(
      Caller caller, ClientAddress from, @PathVariable UUID id, @PathVariable int line) {
    Permission.toChange(caller);
    return desk.cancel(caller.memberId(), id, line, from);
  }

  @PostMapping("/{id}/rows/{line}/retry")
  @Operation(summary = "Ask for one refused or expired number once more, at its turn")
  @TelegramProblems(TelegramProblem.BATCH_NOT_FOUND)
  Batch retryRow(Caller caller, ClientAddress from, @PathVariable UUID id, @PathVariable int line) {
    Permission.toChange(caller);
    return desk.retry(caller.memberId(), id, line, from);
  }
}
