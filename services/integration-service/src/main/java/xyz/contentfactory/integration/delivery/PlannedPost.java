package xyz.contentfactory.integration.delivery;

import java.time.Duration;

/// What is to be posted and when, in full.
///
/// @param patience how late it may be before the person is told at once
record PlannedPost(PostText text, PostOptions options, PlannedTime when, Duration patience) {

  PlannedPost with(PostOptions others) {
    return new PlannedPost(text, others, when, patience);
  }
}
