package xyz.contentfactory.integration.delivery;

import java.time.Duration;
import java.time.Instant;

/// What a person wants posted, checked; but not yet whether its time is still ahead.
///
/// @param patience how late it may be before the person is told at once
record PostWish(
    PostText text,
    EnclosureWish enclosures,
    PostOptions options,
    PlannedTime.Wish time,
    Duration patience) {
  static final Duration USUAL_PATIENCE = Duration.ofHours(1);

  PlannedPost at(Instant now) {
    return new PlannedPost(text, options, PlannedTime.of(time, now), patience);
  }
}
