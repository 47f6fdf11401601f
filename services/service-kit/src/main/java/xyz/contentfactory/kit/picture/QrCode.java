package xyz.contentfactory.kit.picture;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// A QR code as SVG: dark on white in every theme, as cameras want it, with its quiet zone.
public final class QrCode {
  private static final int QUIET_ZONE = 4;

  /// What a QR code of this correction level holds, in bytes.
  private static final int MOST = 2331;

  private QrCode() {}

  /// Draws the text.
  ///
  /// @throws IllegalArgumentException when the text is empty or longer than a QR code can hold
  public static String svg(String text) {
    if (text.isEmpty() || text.length() > MOST) {
      throw new IllegalArgumentException("a QR code holds 1 to " + MOST + " characters");
    }
    BitMatrix modules = modules(text);
    int size = modules.getWidth();
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h%dv%dH0z"/><path fill="#000" d="%s"/></svg>\
    """
        .formatted(size, size, size, size, path(modules));
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.MARGIN,
                  QUIET_ZONE,
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M));
    } catch (WriterException e) {
      throw new IllegalStateException("no QR code can be made", e);
    }
  }

  /// One stroke for each run of dark modules in a row.
  private static String path(BitMatrix modules) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      int x = 0;
      while (x < modules.getWidth()) {
        int run = run(modules, x, y);
        if (run > 0) {
          path.append('M').append(x).append(' ').append(y).append('h').append(run);
          path.append("v1h-").append(run).append('z');
        }
        x += Math.max(run, 1);
      }
    }
    return path.toString();
  }

  private static int run(BitMatrix modules, int from, int y) {
    int x = from;
    while (x < modules.getWidth() && modules.get(x, y)) {
      x++;
    }
    return x - from;
  }
}
