package xyz.contentfactory.integration.media;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that a member has handed in.
///
/// @param sha256 of its bytes, in hexadecimal
/// @param width in pixels, of a picture or a film
/// @param seconds how long it plays, as far as its header says
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MediaFile(
    UUID id,
    String name,
    MediaKind kind,
    String mime,
    long bytes,
    String sha256,
    @Nullable Integer width,
    @Nullable Integer height,
    @Nullable Double seconds,
    Instant createdAt) {}
