package xyz.contentfactory.integration.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.media.MediaFile;
import xyz.contentfactory.integration.problem.Complaints;

/// What a person wants a post to carry; its files are not looked for yet.
record EnclosureWish(List<File> files, @Nullable PostPoll poll, List<List<PostButton>> buttons) {
  static final EnclosureWish NONE = new EnclosureWish(List.of(), null, List.of());

  record File(UUID id, boolean spoiler) {}

  EnclosureWish {
    files = List.copyOf(files);
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  boolean isNothing() {
    return files.isEmpty() && poll == null && buttons.isEmpty();
  }

  /// A text stands below files and may be missing; a poll has none; else it is the post.
  boolean needsText() {
    return files.isEmpty() && poll == null;
  }

  /// Refuses a text that does not go with it.
  PostText with(PostText text) {
    if (poll != null && !text.text().isEmpty()) {
      throw Complaints.about("text", "A poll has its question instead.", "not-expected");
    }
    return files.isEmpty() ? text : PostRules.asCaption(text);
  }

  /// With the member's files, which must go together.
  Enclosures found(Function<UUID, Optional<MediaFile>> among) {
    Complaints complaints = new Complaints();
    List<PostMedia> media =
        files.stream()
            .flatMap(file -> {
              Optional<MediaFile> found = among.apply(file.id());
              if (found.isEmpty()) {
                complaints.add(
                    "enclosures.media", "There is no file " + file.id() + " any more.", "unknown");
              }
              return found.map(f -> PostMedia.of(f, file.spoiler())).stream();
            })
            .toList();
    complaints.throwIfAny();
    if (media.stream().anyMatch(m -> !m.kind().goesWith(media.getFirst().kind()))) {
      throw Complaints.about(
          "enclosures.media",
          "Photos and videos stand together in an album, music with music, files with files.",
          "mixed");
    }
    return new Enclosures(media, poll, buttons);
  }
}
