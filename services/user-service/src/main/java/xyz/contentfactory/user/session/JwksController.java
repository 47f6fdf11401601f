package xyz.contentfactory.user.session;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The public keys for whoever verifies access tokens elsewhere.
@RestController
public final class JwksController {
  private static final Duration CACHED = Duration.ofMinutes(5);

  private final SigningKeys keys;

  public JwksController(SigningKeys keys) {
    this.keys = keys;
  }

  @GetMapping("/.well-known/jwks.json")
  @Operation(operationId = "jwks", summary = "Public keys of the access tokens (RFC 7517)")
  ResponseEntity<Map<String, Object>> jwks() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(CACHED).cachePublic())
        .body(keys.publicKeys().toJSONObject(true));
  }
}
