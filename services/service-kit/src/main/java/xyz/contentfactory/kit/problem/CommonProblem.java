package xyz.contentfactory.kit.problem;

import org.springframework.http.HttpStatus;

/// The failures that any endpoint of any service may answer with.
public enum CommonProblem implements ProblemCode {
  INVALID_INPUT(HttpStatus.BAD_REQUEST, "Some fields are missing or not valid."),
  BODY_UNREADABLE(HttpStatus.BAD_REQUEST, "The request body is missing or cannot be read."),
  SIGN_IN_NEEDED(HttpStatus.UNAUTHORIZED, "Sign in first."),
  API_KEY_INVALID(
      HttpStatus.UNAUTHORIZED, "This API key is not known here, has expired or was deleted."),
  NOT_ALLOWED(HttpStatus.FORBIDDEN, "You may not do this."),
  EMAIL_NOT_CONFIRMED(HttpStatus.FORBIDDEN, "Confirm your e-mail first."),
  API_KEY_SCOPE_MISSING(HttpStatus.FORBIDDEN, "This API key was not made for that."),
  CSRF_TOKEN_MISSING(HttpStatus.FORBIDDEN, "The CSRF header is missing or wrong."),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing here."),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "This address does not know the method."),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No answer in the accepted media types."),
  CONFLICT(HttpStatus.CONFLICT, "The state has changed in the meantime."),
  PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The request body is too large."),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send the body as JSON."),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "Too many requests; wait a little."),
  INTERNAL(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side."),
  TEMPORARILY_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "A part is not available right now.");

  private final HttpStatus status;
  private final String title;

  CommonProblem(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public HttpStatus status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
