package xyz.contentfactory.telegram.tl;

/// How much a reader takes before it refuses.
///
/// @param vectorCount elements of one vector
/// @param textBytes bytes of one string or byte field
/// @param depth objects inside objects
/// @param inflatedBytes bytes that one gzip-packed object may grow to
public record TlLimits(int vectorCount, int textBytes, int depth, int inflatedBytes) {

  /// A string's length has 24 bits, so nothing inside a packet is longer; the nesting is far above
  /// what a written message needs and far below what a thread's stack holds.
  public static final TlLimits DEFAULT =
      new TlLimits(100_000, (1 << 24) - 1, 128, 16 * 1024 * 1024);

  public TlLimits {
    if (vectorCount < 1 || textBytes < 1 || depth < 1 || inflatedBytes < 1) {
      throw new IllegalArgumentException("limits are positive");
    }
  }
}
