package xyz.contentfactory.kit.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One failure as it will be shown to a client. Immutable; the `with…` methods answer a changed
/// copy. `detail` is written for a person and never contains a secret or foreign text.
///
/// @param retryAfter when to try again; becomes `Retry-After` and `retryAfterSeconds` (rounded up)
/// @param extras further members of the document, such as `telegramType`
public record Problem(
    ProblemCode code,
    String detail,
    List<FieldProblem> errors,
    @Nullable Duration retryAfter,
    Map<String, Object> extras) {

  public Problem {
    errors = List.copyOf(errors);
    extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
  }

  public static Problem of(ProblemCode code, String detail) {
    return new Problem(code, detail, List.of(), null, Map.of());
  }

  public static Problem of(ProblemCode code) {
    return of(code, code.title());
  }

  public Problem withError(String field, String message, String errorCode) {
    List<FieldProblem> more = new ArrayList<>(errors);
    more.add(new FieldProblem(field, message, errorCode));
    return withErrors(more);
  }

  public Problem withErrors(List<FieldProblem> all) {
    return new Problem(code, detail, all, retryAfter, extras);
  }

  public Problem retryAfter(Duration delay) {
    return new Problem(code, detail, errors, delay, extras);
  }

  public Problem with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(extras);
    more.put(name, value);
    return new Problem(code, detail, errors, retryAfter, more);
  }

  public ProblemException asException() {
    return new ProblemException(this);
  }

  /// Whole seconds to wait, never earlier than asked and at least one.
  public @Nullable Long retryAfterSeconds() {
    return retryAfter == null ? null : Math.max(1, retryAfter.plusMillis(999).toSeconds());
  }

  /// The members of the RFC 9457 document in the order in which they are written.
  public Map<String, Object> toDocument() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", "urn:content-factory:problem:" + code.code());
    document.put("title", code.title());
    document.put("status", code.status().value());
    document.put("detail", detail);
    document.put("code", code.code());
    if (!errors.isEmpty()) {
      document.put("errors", errors);
    }
    Long seconds = retryAfterSeconds();
    if (seconds != null) {
      document.put("retryAfterSeconds", seconds);
    }
    document.putAll(extras);
    return document;
  }
}
