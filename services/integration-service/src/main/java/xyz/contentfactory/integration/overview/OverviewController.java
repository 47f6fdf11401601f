package xyz.contentfactory.integration.overview;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.problem.Whose;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.CommonProblems;

/// The numbers of the dashboard.
@RestController
@RequestMapping("/api/v1/telegram/stats/overview")
@Tag(name = "Statistics")
public class OverviewController {
  private final Overviews overviews;
  private final InstantSource clock;

  public OverviewController(Overviews overviews, InstantSource clock) {
    this.overviews = overviews;
    this.clock = clock;
  }

  @GetMapping
  @Operation(
      summary = "Accounts by state, the last 24 hours, and how punctual posts were",
      description = "scope=all is for admins. The hours are those of the time zone's clock.")
  @CommonProblems(CommonProblem.NOT_ALLOWED)
  Overview overview(
      Caller caller,
      @RequestParam(required = false) @Schema(allowableValues = {"own", "all"})
          @Nullable String scope,
      @RequestParam(required = false)
          @Schema(description = "A name of the IANA database; UTC when absent")
          @Nullable String timeZone) {
    Whose whose = Whose.parse(scope, caller);
    Instant now = clock.instant();
    return overviews.of(whose, Day.until(now, TimeZones.parse(timeZone)), now);
  }
}
