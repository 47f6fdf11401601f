package xyz.contentfactory.integration.delivery;

import org.jspecify.annotations.Nullable;

/// What a person wants done to a live post.
///
/// @param post the new text of an edit; else null
/// @param options of an edit, for the link preview; else null
record WantedChange(ChangeKind kind, @Nullable PostText post, @Nullable PostOptions options) {
  static WantedChange of(ChangeKind kind) {
    return new WantedChange(kind, null, null);
  }
}
