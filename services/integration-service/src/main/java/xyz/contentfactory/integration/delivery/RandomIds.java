package xyz.contentfactory.integration.delivery;

import java.security.SecureRandom;

/// Where random ids of deliveries come from. A seam: tests choose them.
public interface RandomIds {
  /// Never zero: Telegram takes zero for none.
  long next();

  /// The id of one of the messages of an album: it follows from the stored one, so it is the same
  /// in every attempt. SplitMix64, which never maps two positions of one post to the same number.
  static long ofPart(long randomId, int position) {
    if (position == 0) {
      return randomId;
    }
    long mixed = randomId + position * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    long id = mixed ^ mixed >>> 31;
    return id == 0 ? 1 : id;
  }

  static RandomIds secure() {
    SecureRandom random = new SecureRandom();
    return () -> {
      long id = random.nextLong();
      return id == 0 ? 1 : id;
    };
  }
}
