package xyz.contentfactory.telegram.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import xyz.contentfactory.telegram.mtproto.framing.FramingKind;
import xyz.contentfactory.telegram.sandbox.schema.TlValue;
import xyz.contentfactory.telegram.sandbox.world.World;

/// Files in and out, part by part, over real sockets.
class UploadTest extends MediaScene {

  UploadTest(@TempDir Path folder) throws IOException {
    super(folder);
  }

  @Test
  void a_document_comes_back_byte_for_byte_and_survives_a_restart() throws Exception {
    byte[] file = noise(PART + 1000);
    part(1, 1, Arrays.copyOfRange(file, PART, file.length));
    part(1, 0, Arrays.copyOf(file, PART));
    TlValue document = Objects.requireNonNull(sent(document(small(1, 2, ""))).object("document"));
    assertThat(document.number("size")).isEqualTo(file.length);
    TlValue got =
        client.call(
            TlValue.of(
                "upload.getFile",
                "location",
                location("inputDocumentFileLocation", document, ""),
                "offset",
                (long) PART,
                "limit",
                PART));
    assertThat(got.bytes("bytes")).isEqualTo(Arrays.copyOfRange(file, PART, file.length));
    String id = posts().get(0).get("media").get("file").get("id").stringValue();
    client.close();
    sandbox.close();
    sandbox = start(World.USUAL_FILES_BYTES);
    assertThat(given(id)).isEqualTo(file);
    client = TestClient.connect(sandbox, 1, FramingKind.INTERMEDIATE);
  }

  @Test
  void a_big_file_is_named_with_its_number_of_parts() throws IOException {
    byte[] file = noise(PART);
    bigPart(2, 0, 2, file);
    bigPart(2, 1, 2, noise(10));
    TlValue big = TlValue.of("inputFileBig", "id", 2L, "parts", 2, "name", "a.bin");
    assertThat(Objects.requireNonNull(sent(document(big)).object("document")).number("size"))
        .isEqualTo(PART + 10);
  }

  @Test
  void parts_that_break_the_rules_are_refused() throws IOException {
    assertThatThrownBy(() -> part(3, -1, noise(1024))).hasMessage("400 FILE_PART_INVALID");
    assertThatThrownBy(() -> part(3, 4000, noise(1024))).hasMessage("400 FILE_PART_INVALID");
    assertThatThrownBy(() -> part(3, 0, new byte[0])).hasMessage("400 FILE_PART_EMPTY");
    assertThatThrownBy(() -> part(3, 0, noise(PART + 1))).hasMessage("400 FILE_PART_TOO_BIG");
    assertThatThrownBy(() -> bigPart(3, 0, 2, noise(1000)))
        .hasMessage("400 FILE_PART_SIZE_INVALID");
    assertThatThrownBy(() -> bigPart(3, 0, 4001, noise(1024))).hasMessage("400 FILE_PARTS_INVALID");
    assertThatThrownBy(() -> sent(document(small(3, 1, "")))).hasMessage("400 FILE_PART_0_MISSING");
    part(3, 0, noise(1024));
    part(3, 2, noise(1024));
    assertThatThrownBy(() -> sent(document(small(3, 3, "")))).hasMessage("400 FILE_PART_1_MISSING");
    part(3, 1, noise(2048));
    assertThatThrownBy(() -> sent(document(small(3, 3, ""))))
        .hasMessage("400 FILE_PART_LENGTH_INVALID");
    assertThatThrownBy(() -> sent(document(small(3, 0, "")))).hasMessage("400 FILE_PARTS_INVALID");
    part(3, 1, noise(1024));
    assertThatThrownBy(() -> sent(document(small(3, 3, "00"))))
        .hasMessage("400 MD5_CHECKSUM_INVALID");
    assertThat(posts()).isEmpty();
  }

  @Test
  void a_file_is_sent_once_for_its_random_id_whatever_became_of_its_parts() throws IOException {
    part(4, 0, noise(2000));
    int number = message(send(document(small(4, 1, "")), 9)).integer("id");
    TlValue again = send(document(small(999, 1, "")), 9);
    assertThat(again.objects("updates").getFirst().integer("id")).isEqualTo(number);
    assertThat(posts()).hasSize(1);
  }

  @Test
  void a_photo_has_a_small_picture_and_what_is_no_picture_is_none() throws Exception {
    TlValue photo = photo();
    TlValue thumb = photo.objects("sizes").getFirst();
    assertThat(thumb.integer("w")).isEqualTo(320);
    TlValue got =
        client.call(
            TlValue.of(
                "upload.getFile",
                "location",
                location("inputPhotoFileLocation", photo, thumb.text("type")),
                "offset",
                0L,
                "limit",
                1 << 20));
    assertThat(got.bytes("bytes")).hasSize(thumb.integer("size"));
    part(6, 0, noise(3000));
    TlValue broken = TlValue.of("inputMediaUploadedPhoto", "file", small(6, 1, ""));
    assertThatThrownBy(() -> sent(broken)).hasMessage("400 IMAGE_PROCESS_FAILED");
    part(6, 0, TestPictures.png(400, 10));
    assertThatThrownBy(() -> sent(broken)).hasMessage("400 PHOTO_INVALID_DIMENSIONS");
  }

  @Test
  void windows_of_a_download_that_break_the_rules_are_refused() throws IOException {
    TlValue at = location("inputPhotoFileLocation", photo(), "y");
    refused(
        TlValue.of("upload.getFile", "location", at, "offset", 1L, "limit", 4096),
        "OFFSET_INVALID");
    refused(
        TlValue.of("upload.getFile", "location", at, "offset", 0L, "limit", 12288),
        "LIMIT_INVALID");
    refused(
        TlValue.of("upload.getFile", "location", at, "offset", 0L, "limit", 2 << 20),
        "LIMIT_INVALID");
  }

  @Test
  void the_oldest_files_make_room_when_the_disk_share_is_used_up() throws Exception {
    client.close();
    sandbox.close();
    sandbox = start(1 << 20);
    client = TestClient.connect(sandbox, 1, FramingKind.INTERMEDIATE);
    log_in();
    for (int i = 0; i < 3; i++) {
      part(80 + i, 0, noise(PART));
      sent(document(small(80 + i, 1, "")));
    }
    JsonNode posts = posts();
    String oldest = posts.get(0).get("media").get("file").get("id").stringValue();
    String newest = posts.get(2).get("media").get("file").get("id").stringValue();
    assertThat(given(newest)).isEqualTo(noise(PART));
    assertThat(Http.get(sandbox.address(), "/api/sandbox/files/" + oldest).status()).isEqualTo(404);
  }
}
