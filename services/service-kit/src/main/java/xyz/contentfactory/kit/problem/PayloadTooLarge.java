package xyz.contentfactory.kit.problem;

import java.io.IOException;

/// The body is longer than allowed; thrown while it is being read.
public final class PayloadTooLarge extends IOException {
  private final long limitBytes;

  public PayloadTooLarge(long limitBytes) {
    super("body over " + limitBytes + " bytes");
    this.limitBytes = limitBytes;
  }

  public Problem problem() {
    return Problem.of(
        CommonProblem.PAYLOAD_TOO_LARGE,
        "The request body may have at most %d bytes.".formatted(limitBytes));
  }
}
