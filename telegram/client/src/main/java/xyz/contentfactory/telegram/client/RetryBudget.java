package xyz.contentfactory.telegram.client;

/// What one call may still try by itself; each question takes one try.
final class RetryBudget {
  private int introductions = 2;
  private int moves = 3;
  private int newKeys = 1;
  private int sleeps = 1;

  boolean introduction() {
    return introductions-- > 0;
  }

  boolean move() {
    return moves-- > 0;
  }

  boolean newKey() {
    return newKeys-- > 0;
  }

  boolean sleep() {
    return sleeps-- > 0;
  }
}
