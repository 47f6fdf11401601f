package xyz.contentfactory.user.problem;

import org.springframework.http.HttpStatus;
import xyz.contentfactory.kit.problem.ProblemCode;

/// The failures of `/api/auth` beyond the common ones.
public enum UserProblem implements ProblemCode {
  WRONG_CREDENTIALS(HttpStatus.UNAUTHORIZED, "The e-mail or the password is wrong."),
  REFRESH_TOKEN_INVALID(HttpStatus.UNAUTHORIZED, "The session is over; sign in again."),
  SECOND_FACTOR_NEEDED(HttpStatus.UNAUTHORIZED, "Finish signing in with the second factor."),
  SECOND_FACTOR_INVALID(HttpStatus.UNAUTHORIZED, "The code is wrong or was used already."),
  SECOND_FACTOR_EXPIRED(HttpStatus.UNAUTHORIZED, "This sign-in took too long; begin it again."),
  ACCOUNT_LOCKED(
      HttpStatus.TOO_MANY_REQUESTS, "Too many wrong attempts; signing in is locked for a while."),
  MEMBER_BLOCKED(HttpStatus.FORBIDDEN, "An administrator has blocked this account."),
  REAUTHENTICATION_NEEDED(HttpStatus.FORBIDDEN, "Prove once more who you are."),
  TOTP_ON(HttpStatus.CONFLICT, "The second factor is on already."),
  TOTP_OFF(HttpStatus.CONFLICT, "The second factor is not on."),
  PASSKEY_INVALID(
      HttpStatus.UNPROCESSABLE_CONTENT, "This passkey is not known here, or took too long."),
  PASSKEY_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such passkey of yours."),
  PASSKEYS_FULL(HttpStatus.CONFLICT, "There are twenty passkeys already."),
  PROVIDER_NOT_SET_UP(HttpStatus.NOT_FOUND, "No sign-in provider is set up here."),
  PROVIDER_FAULT(
      HttpStatus.BAD_GATEWAY, "The sign-in provider did not answer, or not as it should."),
  PROVIDER_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The sign-in provider let nobody in."),
  PROVIDER_ANSWER_INVALID(
      HttpStatus.UNPROCESSABLE_CONTENT, "The sign-in provider's answer cannot be trusted."),
  PROVIDER_STEP_EXPIRED(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "This was not begun in this browser, was finished already, or took too long."),
  PROVIDER_EMAIL_UNCONFIRMED(
      HttpStatus.UNPROCESSABLE_CONTENT, "The sign-in provider has not confirmed your e-mail."),
  PROVIDER_EMAIL_TAKEN(
      HttpStatus.CONFLICT, "Somebody here has this e-mail; sign in as before and link the two."),
  PROVIDER_IDENTITY_TAKEN(
      HttpStatus.CONFLICT, "This account of the provider is linked to another member."),
  PROVIDER_LINKED(HttpStatus.CONFLICT, "An account of the provider is linked already."),
  PROVIDER_NOT_LINKED(HttpStatus.NOT_FOUND, "No such account of the provider is linked to you."),
  PROVIDER_PROOF_OLD(
      HttpStatus.UNPROCESSABLE_CONTENT, "The provider did not ask you again who you are."),
  LAST_WAY_IN(HttpStatus.CONFLICT, "Nothing else would open your account any more."),
  SESSION_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such running session of yours."),
  API_KEY_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such API key of yours."),
  API_KEYS_FULL(HttpStatus.CONFLICT, "There are fifty API keys already."),
  PERSON_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such person here."),
  LAST_ADMIN(HttpStatus.CONFLICT, "There must be an administrator; this is the last one."),
  NOT_ONESELF(HttpStatus.CONFLICT, "Nobody blocks or deletes themselves."),
  INVITATION_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such open invitation."),
  KEY_CHANGE_UNDER_WAY(HttpStatus.CONFLICT, "The key is being changed already."),
  EMAIL_TAKEN(HttpStatus.CONFLICT, "There is an account with this e-mail already."),
  USERNAME_TAKEN(HttpStatus.CONFLICT, "Somebody has this username already."),
  REGISTRATION_CLOSED(HttpStatus.FORBIDDEN, "Registration needs an invitation, or is closed."),
  CAPTCHA_INVALID(
      HttpStatus.UNPROCESSABLE_CONTENT, "The proof of work is missing, wrong, used or expired."),
  LINK_INVALID(
      HttpStatus.UNPROCESSABLE_CONTENT, "The link is unknown, was used before or has expired."),
  CURRENT_PASSWORD_WRONG(HttpStatus.UNPROCESSABLE_CONTENT, "The current password is not right."),
  INVITATION_INVALID(
      HttpStatus.UNPROCESSABLE_CONTENT,
      "The invitation is unknown, used, expired or for another e-mail.");

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
