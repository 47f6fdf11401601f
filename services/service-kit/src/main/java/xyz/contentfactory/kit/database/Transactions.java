package xyz.contentfactory.kit.database;

import org.springframework.transaction.support.TransactionSynchronization;
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

  /// Runs `effect` once the open transaction has been committed, or at once when there is none; for
  /// what must not happen when the transaction rolls back.
  public static void afterCommit(Runnable effect) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      effect.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            effect.run();
          }
        });
  }
}
