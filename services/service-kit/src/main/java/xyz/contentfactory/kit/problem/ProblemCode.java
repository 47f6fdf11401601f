package xyz.contentfactory.kit.problem;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/// A stable, published name of a failure. Each module lists its own in one enum that reads like a
/// table; clients switch over the code, so a code is never renamed or given another status.
public interface ProblemCode {
  /// The enum constant's name; the code is derived from it.
  String name();

  HttpStatus status();

  /// One short sentence for people, the same for every occurrence.
  String title();

  /// The published name: `EMAIL_TAKEN` becomes `email-taken`.
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
