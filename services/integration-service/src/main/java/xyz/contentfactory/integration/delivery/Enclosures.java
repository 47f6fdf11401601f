package xyz.contentfactory.integration.delivery;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a post carries besides its text.
///
/// @param media up to ten files; more than one are an album
/// @param buttons rows of links below the post
public record Enclosures(
    List<PostMedia> media, @Nullable PostPoll poll, List<List<PostButton>> buttons) {
  static final Enclosures NONE = new Enclosures(List.of(), null, List.of());

  public Enclosures {
    media = List.copyOf(media);
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  /// The text stands below files and may be missing; a poll has none.
  boolean hasCaption() {
    return !media.isEmpty();
  }

  List<UUID> mediaIds() {
    return media.stream().map(PostMedia::id).toList();
  }
}
