package xyz.contentfactory.integration.journal;

/// OK: done; REFUSED: Telegram or a rule said no; FAILED: no usable answer, it may be tried again.
public enum LogResult {
  OK,
  REFUSED,
  FAILED
}
