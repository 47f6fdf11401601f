package xyz.contentfactory.kit.health;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the process lives, whether it may be sent requests, and for an admin how each part is.
@RestController
@Tag(name = "health", description = "For whoever supervises the process")
@RequestMapping("/api/v1/health")
final class HealthController {
  private final List<ReadinessCheck> checks;
  private final HealthBoard board;

  HealthController(List<ReadinessCheck> checks, HealthBoard board) {
    this.checks = checks;
    this.board = board;
  }

  enum Status {
    UP,
    DOWN;

    static Status of(boolean works) {
      return works ? UP : DOWN;
    }
  }

  record Health(Status status) {}

  /// @param latencyMillis how long looking took
  /// @param since when the part came to this state, as far as this process knows
  /// @param figures what else the part tells of itself
  record PartHealth(
      String name, Status status, long latencyMillis, Instant since, Map<String, Object> figures) {}

  record DetailedHealth(Status status, List<PartHealth> parts) {}

  @GetMapping
  @Operation(operationId = "health", summary = "Is it ready for requests")
  @ApiResponse(responseCode = "200", description = "It is", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "503", description = "It is not", useReturnTypeSchema = true)
  ResponseEntity<Health> health() {
    return ready();
  }

  @GetMapping("/live")
  @Operation(operationId = "live", summary = "Does the process live")
  Health live() {
    return new Health(Status.UP);
  }

  @GetMapping("/ready")
  @Operation(operationId = "ready", summary = "Is it ready for requests")
  @ApiResponse(responseCode = "200", description = "It is", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "503", description = "It is not", useReturnTypeSchema = true)
  ResponseEntity<Health> ready() {
    boolean ready = checks.stream().allMatch(ReadinessCheck::isReady);
    return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(new Health(Status.of(ready)));
  }

  @GetMapping("/detailed")
  @Operation(operationId = "detailedHealth", summary = "How is each part; for admins")
  DetailedHealth detailed() throws InterruptedException {
    List<PartHealth> parts =
        board.look().stream()
            .map(seen ->
                new PartHealth(
                    seen.part(),
                    Status.of(seen.works()),
                    seen.latencyMillis(),
                    seen.since(),
                    seen.figures()))
            .toList();
    boolean all = parts.stream().allMatch(part -> part.status() == Status.UP);
    return new DetailedHealth(Status.of(all), parts);
  }
}
