package xyz.contentfactory.user.problem;

import org.springframework.http.HttpStatus;
import xyz.contentfactory.kit.problem.ProblemCode;

/// The failures of `/api/auth` beyond the common ones.
public enum UserProblem implements ProblemCode {
  WRONG_CREDENTIALS(HttpStatus.UNAUTHORIZED, "The e-mail or the password is wrong."),
  REFRESH_TOKEN_INVALID(HttpStatus.UNAUTHORIZED, "The session is over; sign in again."),
  EMAIL_TAKEN(HttpStatus.CONFLICT, "There is an account with this e-mail already."),
  USERNAME_TAKEN(HttpStatus.CONFLICT, "Somebody has this username already.");

  private final HttpStatus status;
  private final String title;

  UserProblem(HttpStatus status, String title) {
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
