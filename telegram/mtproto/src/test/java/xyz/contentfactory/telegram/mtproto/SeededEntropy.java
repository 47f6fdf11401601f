package xyz.contentfactory.telegram.mtproto;

import java.util.Random;
import xyz.contentfactory.telegram.crypto.Entropy;
import xyz.contentfactory.telegram.crypto.RsaPrivateKey;

/// Known bytes instead of random ones.
public final class SeededEntropy {
  private SeededEntropy() {}

  public static Entropy of(long seed) {
    var random = new Random(seed);
    return random::nextBytes;
  }

  /// A server key that is the same in every run.
  public static final RsaPrivateKey SERVER_KEY = RsaPrivateKey.generate(of(42));
}
