package xyz.contentfactory.telegram.sandbox.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.Content;
import xyz.contentfactory.telegram.sandbox.world.MediaFile;
import xyz.contentfactory.telegram.sandbox.world.Refusal;

/// `upload.*`: files in and out in parts (https://core.telegram.org/api/files).
final class FileMethods {

  private static final int MOST_AT_ONCE = 1 << 20;
  private static final int USUAL_UNIT = 4096;
  private static final int PRECISE_UNIT = 1024;

  private FileMethods() {}

  static void into(Map<String, Handler> methods) {
    methods.put("upload.saveFilePart", FileMethods::keep);
    methods.put("upload.saveBigFilePart", FileMethods::keep);
    methods.put("upload.getFile", FileMethods::give);
  }

  private static boolean keep(Call call) {
    TlValue query = call.query();
    call.world()
        .uploads()
        .keep(
            call.anywhere().id(),
            query.number("file_id"),
            query.integer("file_part"),
            query.has("file_total_parts")
                ? Integer.valueOf(query.integer("file_total_parts"))
                : null,
            query.bytes("bytes"));
    return true;
  }

  private static TlValue give(Call call) {
    TlValue query = call.query();
    long offset = query.number("offset");
    int limit = query.integer("limit");
    checkWindow(offset, limit, query.flag("precise"));
    TlValue location = call.required("location");
    MediaFile file = InputFiles.located(call, location);
    if (file.dc() != call.dc()) {
      throw new Refusal(303, "FILE_MIGRATE_" + file.dc());
    }
    Content content = content(call, file, location.text("thumb_size"));
    byte[] bytes = call.world().uploads().read(content, offset, limit);
    boolean whole = location.text("thumb_size").isEmpty() || wantsWhole(file, location);
    return TlValue.of(
        "upload.file",
        "type",
        TlValue.of(type(whole ? file.mime() : "image/jpeg")),
        "mtime",
        file.dateSeconds(),
        "bytes",
        bytes);
  }

  private static void checkWindow(long offset, int limit, boolean precise) {
    int unit = precise ? PRECISE_UNIT : USUAL_UNIT;
    if (offset < 0 || offset % unit != 0) {
      throw Refusal.bad("OFFSET_INVALID");
    }
    boolean even = limit > 0 && limit <= MOST_AT_ONCE && limit % unit == 0;
    if (!even || (!precise && MOST_AT_ONCE % limit != 0)) {
      throw Refusal.bad("LIMIT_INVALID");
    }
    if (offset / MOST_AT_ONCE != (offset + limit - 1) / MOST_AT_ONCE) {
      throw Refusal.bad("LIMIT_INVALID");
    }
  }

  private static Content content(Call call, MediaFile file, String size) {
    if (size.isEmpty() && file.isPhoto()) {
      throw Refusal.bad("LOCATION_INVALID");
    }
    boolean small = size.equals(MediaViews.SMALL) && file.thumb() != null;
    boolean whole = file.isPhoto() ? size.equals(MediaViews.WHOLE) : size.isEmpty();
    if (!small && !whole) {
      throw Refusal.bad("LOCATION_INVALID");
    }
    MediaFile.@Nullable Thumb thumb = file.thumb();
    long id = small && thumb != null ? thumb.contentId() : file.contentId();
    return call.world().uploads().content(id).orElseThrow(() -> Refusal.bad("FILE_ID_INVALID"));
  }

  private static boolean wantsWhole(MediaFile file, TlValue location) {
    return file.isPhoto() && location.text("thumb_size").equals(MediaViews.WHOLE);
  }

  private static String type(String mime) {
    return switch (mime) {
      case "image/jpeg" -> "storage.fileJpeg";
      case "image/png" -> "storage.filePng";
      case "image/gif" -> "storage.fileGif";
      case "image/webp" -> "storage.fileWebp";
      case "application/pdf" -> "storage.filePdf";
      case "audio/mpeg" -> "storage.fileMp3";
      case "video/quicktime" -> "storage.fileMov";
      case "video/mp4" -> "storage.fileMp4";
      default -> "storage.fileUnknown";
    };
  }
}
