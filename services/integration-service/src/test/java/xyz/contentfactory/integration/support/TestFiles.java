package xyz.contentfactory.integration.support;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/// Files for tests.
public final class TestFiles {
  private TestFiles() {}

  public static byte[] png(int width, int height) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /// The header of an MP4 film without a picture in it.
  ///
  /// @param upright taken with the camera turned by a quarter
  public static byte[] film(int width, int height, boolean upright, int milliseconds) {
    ByteBuffer matrix = ByteBuffer.allocate(36);
    matrix.putInt(upright ? 0 : 1 << 16).putInt(upright ? 1 << 16 : 0).putInt(0);
    matrix.putInt(upright ? -1 << 16 : 0).putInt(upright ? 0 : 1 << 16).putInt(0);
    matrix.putInt(0).putInt(0).putInt(1 << 30);
    ByteBuffer track = ByteBuffer.allocate(84).position(40).put(matrix.array());
    track.putInt(width << 16).putInt(height << 16);
    ByteBuffer sound = ByteBuffer.allocate(84);
    ByteBuffer film = ByteBuffer.allocate(100).position(12).putInt(1000).putInt(milliseconds);
    byte[] moov =
        box(
            "moov",
            box("mvhd", film.array()),
            box("trak", box("tkhd", sound.array())),
            box("trak", box("tkhd", track.array())));
    byte[] head = "isom\0\0\2\0isommp41".getBytes(StandardCharsets.ISO_8859_1);
    return joined(box("ftyp", head), box("free"), box("mdat", noise(500)), moov);
  }

  private static byte[] box(String name, byte[]... inside) {
    byte[] content = joined(inside);
    return ByteBuffer.allocate(8 + content.length)
        .putInt(8 + content.length)
        .put(name.getBytes(StandardCharsets.ISO_8859_1))
        .put(content)
        .array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  public static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
