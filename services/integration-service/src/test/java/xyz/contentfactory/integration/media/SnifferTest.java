package xyz.contentfactory.integration.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import xyz.contentfactory.integration.support.TestFiles;

class SnifferTest {
  @TempDir private Path folder;

  private Sniffed look(byte[] bytes) throws Exception {
    Path file = Files.write(folder.resolve("file"), bytes);
    return Sniffer.look(file, bytes.length);
  }

  private static byte[] picture(String format, int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @CsvSource({"png,image/png,PHOTO", "jpeg,image/jpeg,PHOTO", "gif,image/gif,DOCUMENT"})
  void a_picture_is_known_with_its_sides(String format, String mime, MediaKind kind)
      throws Exception {
    assertThat(look(picture(format, 300, 70))).isEqualTo(new Sniffed(kind, mime, 300, 70, null));
  }

  @Test
  void a_picture_that_breaks_telegrams_rules_is_a_document() throws Exception {
    assertThat(look(picture("png", 420, 20)).kind()).isEqualTo(MediaKind.DOCUMENT);
    assertThat(look(picture("png", 400, 20)).kind()).isEqualTo(MediaKind.PHOTO);
  }

  @ParameterizedTest
  @CsvSource({"png,20", "jpeg,30", "gif,7"})
  void a_picture_that_breaks_off_is_unreadable(String format, int length) throws Exception {
    byte[] broken = Arrays.copyOf(picture(format, 30, 30), length);
    assertThatThrownBy(() -> look(broken)).isInstanceOf(PictureSize.Unreadable.class);
  }

  @Test
  void a_picture_without_a_side_is_unreadable() throws Exception {
    byte[] flat = picture("png", 30, 30);
    Arrays.fill(flat, 16, 20, (byte) 0);
    assertThatThrownBy(() -> look(flat)).isInstanceOf(PictureSize.Unreadable.class);
  }

  @ParameterizedTest
  @CsvSource({"false,640,360", "true,360,640"})
  void a_film_is_known_with_its_sides_as_shown_and_its_length(
      boolean upright, int width, int height) throws Exception {
    assertThat(look(TestFiles.film(640, 360, upright, 7_400)))
        .isEqualTo(new Sniffed(MediaKind.VIDEO, "video/mp4", width, height, 7.4));
  }

  @Test
  void of_a_film_that_breaks_off_anywhere_only_less_is_known() throws Exception {
    byte[] whole = TestFiles.film(640, 360, false, 7_400);
    for (int length = 12; length < whole.length; length++) {
      Sniffed cut = look(Arrays.copyOf(whole, length));
      assertThat(cut.kind()).isEqualTo(MediaKind.VIDEO);
      assertThat(cut.width()).isNull();
    }
  }

  @Test
  void a_film_that_lies_about_its_boxes_keeps_nobody_busy() throws Exception {
    byte[] film = TestFiles.film(640, 360, false, 7_400);
    Random random = new Random(8);
    for (int i = 0; i < 2_000; i++) {
      byte[] broken = film.clone();
      for (int j = 0; j < 6; j++) {
        broken[12 + random.nextInt(broken.length - 12)] = (byte) random.nextInt();
      }
      assertThat(look(broken).mime()).isEqualTo("video/mp4");
    }
    byte[] crowd = new byte[12 + 8 * 100_000];
    System.arraycopy(film, 0, crowd, 0, 12);
    for (int at = 24; at + 8 <= crowd.length; at += 8) {
      crowd[at + 3] = 8;
    }
    assertThat(look(crowd).width()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "....ftypisom,      VIDEO,    video/mp4",
    "....ftypqt  ,      VIDEO,    video/quicktime",
    "....ftypM4A ,      AUDIO,    audio/mp4",
    "OggS....OpusHead,  VOICE,    audio/ogg",
    "OggS....theora,    DOCUMENT, application/ogg",
    "ID3..,             AUDIO,    audio/mpeg",
    "RIFF....WEBP,      DOCUMENT, image/webp",
    "%PDF-1.7,          DOCUMENT, application/pdf",
    "<html><script>,    DOCUMENT, application/octet-stream",
    "x,                 DOCUMENT, application/octet-stream",
  })
  void other_files_are_known_by_their_first_bytes(String head, MediaKind kind, String mime)
      throws Exception {
    assertThat(look(head.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Sniffed.of(kind, mime));
  }
}
