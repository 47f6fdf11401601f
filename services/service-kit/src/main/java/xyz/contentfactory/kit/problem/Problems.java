package xyz.contentfactory.kit.problem;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/// Which problem an exception is. What is not in the table is our bug: it gets an incident id, goes
/// to the log in full, and shows nothing of itself to the client.
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final Duration DATABASE_PAUSE = Duration.ofSeconds(5);

  /// SQL state of PostgreSQL for a text it cannot hold.
  private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

  private Problems() {}

  static Problem of(Throwable failure) {
    if (RequestDeadline.hasPassed()) {
      return unavailable();
    }
    return switch (failure) {
      case ProblemException known -> known.problem();
      case PayloadTooLarge tooLarge -> tooLarge.problem();
      case HttpMessageNotReadableException unreadable -> UnreadableBodies.problemOf(unreadable);
      case BindException invalid -> InvalidInputs.of(invalid.getBindingResult());
      case HandlerMethodValidationException invalid -> InvalidInputs.of(invalid);
      case TypeMismatchException mismatch -> InvalidInputs.of(mismatch);
      case InvalidParameterException unreadable -> InvalidInputs.of(unreadable);
      case ServletRequestBindingException missing -> InvalidInputs.of(missing);
      case HttpMediaTypeNotAcceptableException none -> Problem.of(CommonProblem.NOT_ACCEPTABLE);
      case AsyncRequestTimeoutException slow -> unavailable();
      case AuthenticationException unknown -> Problem.of(CommonProblem.SIGN_IN_NEEDED);
      case AccessDeniedException denied -> Problem.of(CommonProblem.NOT_ALLOWED);
      case TransientDataAccessException busy -> unavailable(busy);
      case DataAccessResourceFailureException gone -> unavailable(gone);
      case CannotCreateTransactionException gone -> unavailable(gone);
      case DataAccessException data when isUnstorableText(data) ->
          Problem.of(CommonProblem.INVALID_INPUT, "A text has a character that is not allowed.");
      case ErrorResponse error -> of(error.getStatusCode(), failure);
      default -> internal(failure);
    };
  }

  /// By the status alone; for what the container or a filter decided.
  static Problem of(HttpStatusCode status, @Nullable Throwable cause) {
    return switch (status.value()) {
      case 401 -> Problem.of(CommonProblem.SIGN_IN_NEEDED);
      case 403 -> Problem.of(CommonProblem.NOT_ALLOWED);
      case 404 -> Problem.of(CommonProblem.NOT_FOUND);
      case 405 -> Problem.of(CommonProblem.METHOD_NOT_ALLOWED);
      case 406 -> Problem.of(CommonProblem.NOT_ACCEPTABLE);
      case 409 -> Problem.of(CommonProblem.CONFLICT);
      case 413 -> Problem.of(CommonProblem.PAYLOAD_TOO_LARGE);
      case 415 -> Problem.of(CommonProblem.UNSUPPORTED_MEDIA_TYPE);
      case 429 -> Problem.of(CommonProblem.TOO_MANY_REQUESTS);
      case 503 -> unavailable();
      default ->
          status.is4xxClientError()
              ? Problem.of(CommonProblem.INVALID_INPUT, "The request is not valid.")
              : internal(cause);
    };
  }

  static Problem internal(@Nullable Throwable cause) {
    UUID incident = UUID.randomUUID();
    LOG.atError().setCause(cause).addKeyValue("incident", incident).log("incident {}", incident);
    return Problem.of(
            CommonProblem.INTERNAL, "Something went wrong on our side; tell us the incident id.")
        .with("incidentId", incident.toString());
  }

  private static Problem unavailable(Exception cause) {
    LOG.warn("a database is not available: {}", NestedExceptionUtils.getMostSpecificCause(cause));
    return unavailable();
  }

  private static Problem unavailable() {
    return Problem.of(CommonProblem.TEMPORARILY_UNAVAILABLE).retryAfter(DATABASE_PAUSE);
  }

  private static boolean isUnstorableText(DataAccessException e) {
    return NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException sql
        && CHARACTER_NOT_IN_REPERTOIRE.equals(sql.getSQLState());
  }

  static HttpStatus statusOr500(@Nullable Object status) {
    HttpStatus known = status instanceof Integer value ? HttpStatus.resolve(value) : null;
    return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
  }
}
