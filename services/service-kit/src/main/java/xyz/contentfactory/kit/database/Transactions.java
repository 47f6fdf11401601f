package xyz.contentfactory.kit.database;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The guard behind the rule "no transaction is held across I/O".
public final class Transactions {
  private Transactions() {}

  /// Call before a network call, a sleep or a callback.
  ///
  /// @throws IllegalStateException when the thread is inside a transaction
  public static void mustNotBeOpen() {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a transaction must not be held across I/O");
    }
  }
}
