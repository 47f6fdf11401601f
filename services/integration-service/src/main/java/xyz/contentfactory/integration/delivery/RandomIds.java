package xyz.contentfactory.integration.delivery;

import java.security.SecureRandom;

/// Where random ids of deliveries come from. A seam: tests choose them.
public interface RandomIds {
  /// Never zero: Telegram takes zero for none.
  long next();

  static RandomIds secure() {
    SecureRandom random = new SecureRandom();
    return () -> {
      long id = random.nextLong();
      return id == 0 ? 1 : id;
    };
  }
}
