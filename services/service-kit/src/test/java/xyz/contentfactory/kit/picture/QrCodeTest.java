package xyz.contentfactory.kit.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
  private static final int SCALE = 4;
  private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"");
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");

  @Test
  void a_reader_finds_the_text_in_the_picture() throws Exception {
    String text = "tg://login?token=AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA";
    assertThat(read(QrCode.svg(text)).getText()).isEqualTo(text);
  }

  /// Draws the runs and lets a reader look at them.
  private static Result read(String svg) throws Exception {
    int size = (int) number(SIZE.matcher(svg).results().findFirst().orElseThrow(), 1) * SCALE;
    int[] pixels = new int[size * size];
    Arrays.fill(pixels, 0xffffff);
    RUN.matcher(svg)
        .results()
        .forEach(run -> {
          for (int y = 0; y < SCALE; y++) {
            int start = (int) ((number(run, 2) * SCALE + y) * size + number(run, 1) * SCALE);
            Arrays.fill(pixels, start, (int) (start + number(run, 3) * SCALE), 0);
          }
        });
    try {
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(
                  new GlobalHistogramBinarizer(new RGBLuminanceSource(size, size, pixels))));
    } catch (NotFoundException e) {
      throw new AssertionError("no QR code is seen", e);
    }
  }

  private static long number(MatchResult match, int group) {
    return Long.parseLong(match.group(group));
  }

  @Test
  void a_text_that_no_code_can_hold_is_refused() {
    assertThatThrownBy(() -> QrCode.svg("x".repeat(5000)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
