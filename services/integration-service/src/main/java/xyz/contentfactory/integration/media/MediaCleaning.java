package xyz.contentfactory.integration.media;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import xyz.contentfactory.integration.claim.Claim;
import xyz.contentfactory.integration.claim.Claims;

/// Deletes files that nobody needs any more, and what broken uploads have left. One process at a
/// time does it.
public final class MediaCleaning {
  /// Longer than any upload takes.
  private static final Duration LONGEST_UPLOAD = Duration.ofHours(6);

  private final MediaFiles files;
  private final Claims claims;
  private final InstantSource clock;
  private final Duration keep;

  public MediaCleaning(MediaFiles files, Claims claims, InstantSource clock, Duration keep) {
    this.files = files;
    this.claims = claims;
    this.clock = clock;
    this.keep = keep;
  }

  public void run() {
    Optional<Claim> claim = claims.take("media-cleaning", () -> {});
    if (claim.isPresent()) {
      try (Claim _ = claim.get()) {
        clean(clock.instant());
      }
    }
  }

  private void clean(Instant now) {
    files.forget(now.minus(keep));
    files.disk().sweep(now.minus(LONGEST_UPLOAD));
  }
}
