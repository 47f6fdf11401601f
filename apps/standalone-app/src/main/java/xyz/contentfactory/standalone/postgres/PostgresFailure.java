package xyz.contentfactory.standalone.postgres;

/// PostgreSQL cannot serve this data folder. The message is one sentence for the person who starts
/// the process: what is wrong, and what to do.
public final class PostgresFailure extends RuntimeException {

  PostgresFailure(String sentence) {
    super(sentence);
  }

  PostgresFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
