package xyz.contentfactory.kit.problem;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// Field problems from every way in which Spring says that an input is not valid.
final class InvalidInputs {
  private InvalidInputs() {}

  static Problem of(BindingResult result) {
    return invalid(result.getAllErrors().stream().map(InvalidInputs::field).toList());
  }

  static Problem of(HandlerMethodValidationException e) {
    return invalid(
        e.getParameterValidationResults().stream()
            .flatMap(result ->
                result instanceof ParameterErrors body
                    ? body.getAllErrors().stream().map(InvalidInputs::field)
                    : result.getResolvableErrors().stream()
                        .map(error ->
                            new FieldProblem(
                                Objects.requireNonNullElse(
                                    result.getMethodParameter().getParameterName(), "?"),
                                message(error),
                                code(error))))
            .toList());
  }

  static Problem of(TypeMismatchException e) {
    String name =
        e instanceof MethodArgumentTypeMismatchException argument
            ? argument.getName()
            : Objects.requireNonNullElse(e.getPropertyName(), "?");
    return Problem.of(CommonProblem.INVALID_INPUT)
        .withError(name, "This value has the wrong type.", "wrong-type");
  }

  static Problem of(ServletRequestBindingException e) {
    @Nullable String missing =
        switch (e) {
          case MissingServletRequestParameterException parameter -> parameter.getParameterName();
          case MissingRequestHeaderException header -> header.getHeaderName();
          default -> null;
        };
    Problem problem = Problem.of(CommonProblem.INVALID_INPUT);
    return missing == null ? problem : problem.withError(missing, "This is missing.", "required");
  }

  /// What Tomcat finds, whoever is the first to ask for a parameter: bytes that are not UTF-8, a
  /// broken percent sign, too many parameters, a form that is too long.
  static Problem of(InvalidParameterException e) {
    return e.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
        ? Problem.of(CommonProblem.PAYLOAD_TOO_LARGE)
        : Problem.of(
            CommonProblem.INVALID_INPUT, "A parameter of the address or the form is not readable.");
  }

  private static Problem invalid(List<FieldProblem> errors) {
    return Problem.of(CommonProblem.INVALID_INPUT).withErrors(errors);
  }

  private static FieldProblem field(MessageSourceResolvable error) {
    String name = error instanceof FieldError field ? field.getField() : "body";
    return new FieldProblem(name, message(error), code(error));
  }

  private static String message(MessageSourceResolvable error) {
    return Objects.requireNonNullElse(error.getDefaultMessage(), "This value is not valid.");
  }

  /// The constraint's name as a stable code: `NotBlank` and `NotNull` are `required`.
  private static String code(MessageSourceResolvable error) {
    String[] codes = error.getCodes();
    String constraint = codes == null || codes.length == 0 ? "" : codes[codes.length - 1];
    return switch (constraint) {
      case "NotNull", "NotBlank", "NotEmpty" -> "required";
      case "Size", "Length", "Min", "Max", "Positive", "PositiveOrZero" -> "size";
      case "Pattern", "Email" -> "format";
      case "typeMismatch" -> "wrong-type";
      case "" -> "invalid";
      default -> constraint.toLowerCase(Locale.ROOT);
    };
  }
}
