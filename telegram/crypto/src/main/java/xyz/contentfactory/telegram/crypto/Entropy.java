package xyz.contentfactory.telegram.crypto;

import java.nio.ByteBuffer;
import java.security.SecureRandom;

/// Where random bytes come from. Handed in everywhere, so that a transcript can be replayed with
/// known bytes; production code passes {@link #secure()}.
@FunctionalInterface
public interface Entropy {
  /// Fills the whole array with random bytes.
  void fill(byte[] target);

  /// That many fresh random bytes.
  default byte[] bytes(int count) {
    var fresh = new byte[count];
    fill(fresh);
    return fresh;
  }

  /// A random 64-bit number.
  default long nextLong() {
    return ByteBuffer.wrap(bytes(Long.BYTES)).getLong();
  }

  /// The operating system's source; safe for use by several threads.
  static Entropy secure() {
    var random = new SecureRandom();
    return random::nextBytes;
  }
}
