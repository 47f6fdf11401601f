package xyz.contentfactory.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// Turns what the JSON reader found into the problem a client can mend: which field, and why. Never
/// repeats the input.
final class UnreadableBodies {
  private UnreadableBodies() {}

  static Problem problemOf(HttpMessageNotReadableException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      switch (cause) {
        case ProblemException known -> {
          return known.problem();
        }
        case PayloadTooLarge tooLarge -> {
          return tooLarge.problem();
        }
        default -> {
          // the reader's own exceptions are looked at below
        }
      }
    }
    return switch (e.getCause()) {
      case null -> Problem.of(CommonProblem.BODY_UNREADABLE, "The request needs a JSON body.");
      case UnrecognizedPropertyException unknown ->
          input(unknown, "This field is not known.", "unknown");
      case ValueInstantiationException refused ->
          input(refused, "This value is not valid.", "invalid");
      case InputCoercionException big -> input(big, "This number is too large.", "size");
      case MismatchedInputException wrong ->
          input(wrong, "This value has the wrong type.", "wrong-type");
      default ->
          Problem.of(CommonProblem.BODY_UNREADABLE, "The request body is not readable JSON.");
    };
  }

  private static Problem input(JacksonException e, String message, String code) {
    return Problem.of(CommonProblem.INVALID_INPUT).withError(path(e.getPath()), message, code);
  }

  /// `entities[0].offset`; the body itself is `body`.
  private static String path(List<JacksonException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference reference : references) {
      @Nullable String name = reference.getPropertyName();
      if (name == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(shorten(name));
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private static String shorten(String name) {
    return name.length() <= 64 ? name : name.substring(0, 64) + "…";
  }
}
