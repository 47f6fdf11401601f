package xyz.contentfactory.telegram.sandbox.world;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import xyz.contentfactory.telegram.sandbox.world.MediaFile.Frame;

/// Looks into a picture as Telegram does before it takes it as a photo.
final class Pictures {

  /// The longer side of the small picture, Telegram's size `m`.
  private static final int SMALL = 320;

  private static final int MOST_SIDES = 10_000;
  private static final int MOST_RATIO = 20;

  /// @param small a JPEG that shows the same
  @SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
  record Picture(Frame frame, String mime, Frame smallFrame, byte[] small) {}

  private Pictures() {}

  static Picture read(byte[] bytes) {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw Refusal.bad("IMAGE_PROCESS_FAILED");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return read(reader);
      } finally {
        reader.dispose();
      }
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException _) {
      throw Refusal.bad("IMAGE_PROCESS_FAILED");
    }
  }

  private static Picture read(ImageReader reader) throws IOException {
    Frame frame = new Frame(reader.getWidth(0), reader.getHeight(0));
    int longer = Math.max(frame.width(), frame.height());
    int shorter = Math.min(frame.width(), frame.height());
    if (longer + shorter > MOST_SIDES || longer > MOST_RATIO * shorter) {
      throw Refusal.bad("PHOTO_INVALID_DIMENSIONS");
    }
    ImageReadParam sparing = reader.getDefaultReadParam();
    int step = Math.max(1, longer / SMALL);
    sparing.setSourceSubsampling(step, step, 0, 0);
    BufferedImage image = reader.read(0, sparing);
    double scale = Math.min(1, (double) SMALL / longer);
    Frame small = new Frame(scaled(frame.width(), scale), scaled(frame.height(), scale));
    String mime = "image/" + reader.getFormatName().toLowerCase(Locale.ROOT);
    return new Picture(frame, mime, small, jpeg(image, small));
  }

  private static int scaled(int side, double scale) {
    return Math.max(1, (int) Math.round(side * scale));
  }

  private static byte[] jpeg(BufferedImage image, Frame frame) throws IOException {
    BufferedImage drawn =
        new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = drawn.createGraphics();
    pen.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    pen.drawImage(image, 0, 0, frame.width(), frame.height(), null);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(drawn, "jpeg", out);
    return out.toByteArray();
  }
}
