package xyz.contentfactory.integration.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.integration.media.MediaFile;
import xyz.contentfactory.integration.media.MediaKind;

/// A file of a post, as it was when the post was planned.
///
/// @param spoiler hidden until the reader opens it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostMedia(
    UUID id,
    String name,
    MediaKind kind,
    String mime,
    long bytes,
    String sha256,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Double seconds,
    boolean spoiler) {

  static PostMedia of(MediaFile file, boolean spoiler) {
    return new PostMedia(
        file.id(),
        file.name(),
        file.kind(),
        file.mime(),
        file.bytes(),
        file.sha256(),
        file.width(),
        file.height(),
        file.seconds(),
        spoiler);
  }
}
