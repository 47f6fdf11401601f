package xyz.contentfactory.integration.flood;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.problem.Whose;
import xyz.contentfactory.integration.storage.Page;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.CommonProblems;

/// The flood cockpit.
@RestController
@Tag(name = "Statistics")
public class FloodController {
  private final Floods floods;

  public FloodController(Floods floods) {
    this.floods = floods;
  }

  @GetMapping("/api/v1/telegram/flood-waits")
  @Operation(
      summary = "The pauses that Telegram asks for, by account and method",
      description =
          "Those that run, and those of the last 24 hours; the event `flood` says when there is a"
              + " new one. scope=all is for admins.")
  @CommonProblems(CommonProblem.NOT_ALLOWED)
  Page<FloodWait> waits(
      Caller caller,
      @RequestParam(required = false) @Schema(allowableValues = {"own", "all"})
          @Nullable String scope,
      @RequestParam(required = false) @Nullable UUID accountId) {
    return Page.of(floods.now(Whose.parse(scope, caller), accountId));
  }
}
