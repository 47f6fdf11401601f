package xyz.contentfactory.telegram.client;

import java.util.List;

/// Logging in by code, by QR code, or as a bot. Every call blocks (use a virtual thread) and may
/// throw [LoginRefused], [RpcException] (a flood wait is never slept here) or `ConnectionLost`.
///
/// A step may be taken by another process or after a restart: the client is then opened with the
/// [StoredLogin] reported last, and the step called with the same phone number and hash.
public interface Login {

  /// Asks Telegram to send a code. Usually answers `CodeSent`; `SignedIn` when Telegram needs none.
  ///
  /// The auth key is reported to the listener before the code is asked for, and again when the
  /// number lives on another data centre.
  LoginStep sendCode(PhoneNumber phone);

  /// Sends the code again by [LoginStep.CodeSent#nextVia()]; the hash in the answer replaces the
  /// old.
  LoginStep resendCode(PhoneNumber phone, String phoneCodeHash);

  /// Gives the attempt up; a code already sent is worth nothing afterwards.
  void cancelCode(PhoneNumber phone, String phoneCodeHash);

  /// Answers `SignedIn` or `PasswordNeeded`.
  LoginStep signIn(PhoneNumber phone, String phoneCodeHash, String code);

  /// As [#signIn], for a code that went by [DeliveredVia#EMAIL].
  LoginStep signInWithEmailCode(PhoneNumber phone, String phoneCodeHash, String code);

  /// Asks for a token to show as a QR code: `QrShown`; or answers with what came of a token shown
  /// before a restart: `PasswordNeeded` or `SignedIn`.
  ///
  /// @param exceptUsers Telegram ids of accounts that are connected already and may not scan it
  LoginStep showQr(List<Long> exceptUsers);

  /// Waits until the token is accepted, or until it is time to show another: `QrShown`,
  /// `PasswordNeeded` or `SignedIn`. Interrupting the thread ends the wait with `CallCancelled`.
  LoginStep nextQr(LoginStep.QrShown shown);

  /// Logs a bot in, on its own data centre.
  LoginStep.SignedIn signInBot(BotToken token);

  /// The second step of an account with a cloud password. Takes about a second of processor time.
  ///
  /// @param password is not kept; the caller clears it
  LoginStep.SignedIn checkPassword(char[] password);
}
