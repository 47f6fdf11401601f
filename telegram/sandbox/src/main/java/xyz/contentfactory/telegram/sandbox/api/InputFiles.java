package xyz.contentfactory.telegram.sandbox.api;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Content;
import xyz.contentfactory.telegram.sandbox.world.MediaFile;
import xyz.contentfactory.telegram.sandbox.world.MediaFile.Frame;
import xyz.contentfactory.telegram.sandbox.world.MediaFile.Playing;
import xyz.contentfactory.telegram.sandbox.world.Refusal;
import xyz.contentfactory.telegram.sandbox.world.Uploads;

/// The file that a client means: one it has just uploaded, or one that is known.
final class InputFiles {

  private static final String NO_TYPE = "application/octet-stream";
  private static final int MOST_NAME = 255;

  private InputFiles() {}

  /// From `inputMediaUploadedPhoto`.
  static MediaFile uploadedPhoto(Call call, TlValue media) {
    return call.world().files().photo(finished(call, media, "file"), call.me().dc(), call.now());
  }

  /// From `inputMediaUploadedDocument`.
  static MediaFile uploadedDocument(Call call, TlValue media) {
    Content content = finished(call, media, "file");
    List<TlValue> attributes = media.objects("attributes");
    String mime = media.text("mime_type");
    return call.world()
        .files()
        .keep(
            new MediaFile(
                call.world().files().newId(),
                MediaFile.Kind.DOCUMENT,
                content.id(),
                content.bytes(),
                call.me().dc(),
                call.now(),
                mime.isEmpty() ? NO_TYPE : mime,
                name(attributes),
                frame(attributes),
                thumb(call, media),
                playing(attributes),
                find(attributes, "documentAttributeAnimated").isPresent()));
  }

  private static Content finished(Call call, TlValue media, String field) {
    TlValue file = media.object(field);
    if (file == null || !(file.is("inputFile") || file.is("inputFileBig"))) {
      throw Refusal.bad("INPUT_FILE_INVALID");
    }
    String md5 = file.text("md5_checksum");
    return call.world()
        .uploads()
        .finish(
            call.me().id(),
            new Uploads.Named(
                file.number("id"),
                file.integer("parts"),
                file.is("inputFileBig"),
                md5.isEmpty() ? null : md5));
  }

  private static MediaFile.@Nullable Thumb thumb(Call call, TlValue media) {
    if (!media.has("thumb")) {
      return null;
    }
    MediaFile picture =
        call.world().files().photo(finished(call, media, "thumb"), call.me().dc(), call.now());
    return picture.thumb();
  }

  private static Optional<TlValue> find(List<TlValue> attributes, String name) {
    return attributes.stream().filter(a -> a.is(name)).findFirst();
  }

  private static @Nullable String name(List<TlValue> attributes) {
    return find(attributes, "documentAttributeFilename")
        .map(a -> a.text("file_name"))
        .map(n -> n.substring(0, Math.min(n.length(), MOST_NAME)))
        .orElse(null);
  }

  private static @Nullable Frame frame(List<TlValue> attributes) {
    return attributes.stream()
        .filter(a -> a.has("w") && a.has("h"))
        .findFirst()
        .map(a -> new Frame(a.integer("w"), a.integer("h")))
        .orElse(null);
  }

  private static @Nullable Playing playing(List<TlValue> attributes) {
    for (TlValue attribute : attributes) {
      if (attribute.is("documentAttributeVideo")) {
        return new Playing(
            seconds(attribute),
            true,
            attribute.flag("round_message"),
            attribute.flag("supports_streaming"),
            null,
            null,
            null);
      }
      if (attribute.is("documentAttributeAudio")) {
        return new Playing(
            seconds(attribute),
            false,
            attribute.flag("voice"),
            false,
            attribute.has("title") ? attribute.text("title") : null,
            attribute.has("performer") ? attribute.text("performer") : null,
            attribute.has("waveform")
                ? HexFormat.of().formatHex(attribute.bytes("waveform"))
                : null);
      }
    }
    return null;
  }

  /// A whole number for sound and before layer 160, else with a fraction.
  private static double seconds(TlValue attribute) {
    return attribute.get("duration") instanceof Number n ? n.doubleValue() : 0;
  }

  /// From `inputPhoto` and `inputDocument`, whose reference must be good.
  static MediaFile known(Call call, TlValue media, MediaFile.Kind kind) {
    TlValue id = media.object("id");
    if (id == null || !id.has("access_hash")) {
      throw Refusal.bad("MEDIA_EMPTY");
    }
    MediaFile file =
        addressed(call, id)
            .filter(f -> f.kind() == kind)
            .orElseThrow(() -> Refusal.bad("MEDIA_EMPTY"));
    if (call.world().files().content(file).isEmpty()) {
      throw Refusal.bad("FILE_REFERENCE_EXPIRED");
    }
    return file;
  }

  /// From a location to download from.
  static MediaFile located(Call call, TlValue location) {
    MediaFile.Kind kind =
        switch (location.name()) {
          case "inputPhotoFileLocation" -> MediaFile.Kind.PHOTO;
          case "inputDocumentFileLocation" -> MediaFile.Kind.DOCUMENT;
          default -> throw Refusal.bad("LOCATION_INVALID");
        };
    return addressed(call, location)
        .filter(f -> f.kind() == kind)
        .orElseThrow(() -> Refusal.bad("FILE_ID_INVALID"));
  }

  private static Optional<MediaFile> addressed(Call call, TlValue id) {
    long viewer = call.anywhere().id();
    Optional<MediaFile> file =
        call.world()
            .files()
            .find(id.number("id"))
            .filter(f ->
                id.number("access_hash") == call.world().accessHashes().ofFile(viewer, f.id()));
    file.map(f -> call.world().files().fault(f, id.bytes("file_reference"), call.now()))
        .ifPresent(fault -> {
          throw Refusal.bad("FILE_REFERENCE_" + fault);
        });
    return file;
  }
}
