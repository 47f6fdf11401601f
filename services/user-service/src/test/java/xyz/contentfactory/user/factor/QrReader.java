package xyz.contentfactory.user.factor;

import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the modules out of our SVG and decodes them.
final class QrReader {
  private static final int QUIET_ZONE = 4;
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"");
  private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

  private QrReader() {}

  static String read(String svg) throws ChecksumException, FormatException {
    Matcher size = SIZE.matcher(svg);
    if (!size.find()) {
      throw new IllegalArgumentException("no viewBox");
    }
    int width = Integer.parseInt(size.group(1)) - 2 * QUIET_ZONE;
    BitMatrix modules = new BitMatrix(width);
    Matcher module = MODULE.matcher(svg);
    while (module.find()) {
      modules.set(
          Integer.parseInt(module.group(1)) - QUIET_ZONE,
          Integer.parseInt(module.group(2)) - QUIET_ZONE);
    }
    return new Decoder().decode(modules).getText();
  }
}
