package xyz.contentfactory.user.attempt;

import java.time.Duration;

/// How long to wait after so many wrong attempts in a row: nothing for the first ones, then twice
/// as long each time, then a lock.
///
/// @param free attempts that cost nothing
/// @param first the first pause
/// @param locked from this attempt on it is a lock
/// @param lock how long a lock holds
public record Patience(int free, Duration first, int locked, Duration lock) {
  /// Five wrong passwords are a forgetful morning; ten are not.
  public static final Patience ACCOUNT =
      new Patience(4, Duration.ofSeconds(5), 10, Duration.ofMinutes(15));

  /// An office shares one address.
  public static final Patience ADDRESS =
      new Patience(30, Duration.ofSeconds(2), 40, Duration.ofMinutes(15));

  public Patience {
    if (free < 1 || locked <= free || locked - free > 30 || !first.isPositive()) {
      throw new IllegalArgumentException("not a patience");
    }
  }

  boolean isLock(int failures) {
    return failures >= locked;
  }

  Duration pauseAfter(int failures) {
    if (failures <= free) {
      return Duration.ZERO;
    }
    if (isLock(failures)) {
      return lock;
    }
    Duration pause = first.multipliedBy(1L << (failures - free - 1));
    return pause.compareTo(lock) < 0 ? pause : lock;
  }
}
