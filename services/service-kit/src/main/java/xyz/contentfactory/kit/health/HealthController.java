package xyz.contentfactory.kit.health;

import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Two questions of whoever supervises the process: does it live, and may it be sent requests.
@RestController
@SecurityRequirements
@Tag(name = "health", description = "For whoever supervises the process")
@RequestMapping("/api/v1/health")
final class HealthController {
  private final List<ReadinessCheck> checks;

  HealthController(List<ReadinessCheck> checks) {
    this.checks = checks;
  }

  enum Status {
    UP,
    DOWN
  }

  record Health(Status status) {}

  @GetMapping("/live")
  Health live() {
    return new Health(Status.UP);
  }

  @GetMapping("/ready")
  ResponseEntity<Health> ready() {
    boolean ready = checks.stream().allMatch(ReadinessCheck::isReady);
    return ready
        ? ResponseEntity.ok(new Health(Status.UP))
        : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body(new Health(Status.DOWN));
  }
}
