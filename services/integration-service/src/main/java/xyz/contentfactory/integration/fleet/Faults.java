package xyz.contentfactory.integration.fleet;

import org.slf4j.Logger;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// How faults of ours reach the log: a database that is away is one line, everything else has its
/// stack trace.
final class Faults {
  private Faults() {}

  static void report(Logger log, String what, RuntimeException fault) {
    if (fault instanceof DataAccessException || fault instanceof TransactionException) {
      log.warn("{}: {}", what, fault.getMessage());
    } else {
      log.error(what, fault);
    }
  }
}
