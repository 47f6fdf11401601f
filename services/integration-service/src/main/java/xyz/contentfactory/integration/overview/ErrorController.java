package xyz.contentfactory.integration.overview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.problem.Whose;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.CommonProblems;

/// What went wrong, when and where.
@RestController
@Tag(name = "Statistics")
public class ErrorController {
  private final Errors errors;
  private final InstantSource clock;

  public ErrorController(Errors errors, InstantSource clock) {
    this.errors = errors;
    this.clock = clock;
  }

  @GetMapping("/api/v1/telegram/stats/errors")
  @Operation(
      summary = "Refusals and failures by type, account and time",
      description =
          "scope=all is for admins. Without from and to: the last day. Hours and days are those of"
              + " the time zone's clock, at most 744 of them; at most 50 types and 20 accounts.")
  @CommonProblems(CommonProblem.NOT_ALLOWED)
  ErrorCounts errors(
      Caller caller,
      @RequestParam(required = false) @Schema(allowableValues = {"own", "all"})
          @Nullable String scope,
      @RequestParam(required = false) @Nullable UUID accountId,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(required = false) Span.@Nullable Bucket bucket,
      @RequestParam(required = false)
          @Schema(description = "A name of the IANA database; UTC when absent")
          @Nullable String timeZone) {
    Whose whose = Whose.parse(scope, caller);
    Span span = Span.parse(from, to, bucket, TimeZones.parse(timeZone), clock.instant());
    return errors.in(span, whose, accountId);
  }
}
