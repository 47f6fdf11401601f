package xyz.contentfactory.integration.media;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import xyz.contentfactory.telegram.client.Media;

/// Settings `integration-service.media.*`.
///
/// @param folder where the files are kept; a folder of the system's for what does not last when not
///   set
/// @param maxFile the largest file taken; Telegram takes 2,000 MB
/// @param maxTotal how much of the disk all files together may take
/// @param keep how long a file stays that no open post needs
public record MediaSettings(
    @Nullable Path folder,
    @DefaultValue("2000MB") DataSize maxFile,
    @DefaultValue("20GB") DataSize maxTotal,
    @DefaultValue("7d") Duration keep) {

  public MediaSettings {
    if (maxFile.toBytes() < 1 || maxFile.toBytes() > Media.MOST_BYTES) {
      throw new IllegalArgumentException(
          "integration-service.media.max-file is between 1 byte and 2000MB");
    }
    if (maxTotal.compareTo(maxFile) < 0) {
      throw new IllegalArgumentException(
          "integration-service.media.max-total is at least max-file");
    }
    if (!keep.isPositive()) {
      throw new IllegalArgumentException("integration-service.media.keep must be positive");
    }
  }

  public Path folderOrTemporary() {
    return folder == null
        ? Path.of(System.getProperty("java.io.tmpdir"), "content-factory-media")
        : folder;
  }
}
