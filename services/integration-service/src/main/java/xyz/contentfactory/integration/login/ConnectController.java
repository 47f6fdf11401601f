package xyz.contentfactory.integration.login;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.problem.AsksTelegram;
import xyz.contentfactory.integration.problem.Complaints;
import xyz.contentfactory.integration.problem.Permission;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.problem.TelegramProblems;
import xyz.contentfactory.integration.proxy.ProxyRequest;
import xyz.contentfactory.integration.storage.Page;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.telegram.client.PhoneNumber;

/// Connects a Telegram account by its login code or by QR code.
@RestController
@RequestMapping("/api/v1/telegram/connect")
@Tag(name = "Connect")
public class ConnectController {
  private static final int PHONE_LIMIT = 40;
  private static final int CODE_LIMIT = 64;
  private static final int PASSWORD_LIMIT = 256;

  private final LoginFlow flow;

  public ConnectController(LoginFlow flow) {
    this.flow = flow;
  }

  /// How to connect: by code (a number is needed) or by QR code.
  ///
  /// @param proxy what the login goes through from its first contact on, and the account after it;
  ///   tested first
  record ConnectRequest(
      @Schema(allowableValues = {"code", "qr"}) @Nullable String method,
      @Nullable Secret phoneNumber,
      @Nullable ProxyRequest proxy) {}

  record CodeRequest(@Nullable Secret code) {}

  record PasswordRequest(@Nullable Secret password) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Ask Telegram to send a login code to this number, or for a QR code")
  @TelegramProblems({
    TelegramProblem.ACCOUNT_ALREADY_CONNECTED,
    TelegramProblem.EMAIL_SETUP_NEEDED,
    TelegramProblem.LOGIN_CODE_EXPIRED,
    TelegramProblem.PHONE_NUMBER_BANNED,
    TelegramProblem.PHONE_NUMBER_INVALID,
    TelegramProblem.PHONE_NUMBER_NOT_REGISTERED
  })
  @AsksTelegram
  Login start(Caller caller, @RequestBody ConnectRequest request) {
    Permission.toChange(caller);
    if (isQr(request.method())) {
      return flow.startQr(caller.memberId(), ProxyRequest.read(request.proxy()));
    }
    PhoneNumber phone = phone(text(request.phoneNumber(), "phoneNumber", PHONE_LIMIT));
    return flow.start(caller.memberId(), phone, ProxyRequest.read(request.proxy()));
  }

  private static boolean isQr(@Nullable String method) {
    return switch (method) {
      case null -> false;
      case "code" -> false;
      case "qr" -> true;
      default -> throw Complaints.about("method", "Choose code or qr.", "choice");
    };
  }

  @GetMapping
  @Operation(summary = "Logins that are under way")
  Page<Login> open(Caller caller) {
    return Page.of(flow.open(caller.memberId()));
  }

  @GetMapping("/{id}")
  @Operation(summary = "Where a login stands")
  @TelegramProblems(TelegramProblem.LOGIN_NOT_FOUND)
  Login get(Caller caller, @PathVariable UUID id) {
    return flow.get(caller.memberId(), id);
  }

  @PostMapping("/{id}/code")
  @Operation(summary = "Enter the login code")
  @TelegramProblems({
    TelegramProblem.ACCOUNT_ALREADY_CONNECTED,
    TelegramProblem.LOGIN_CODE_EXPIRED,
    TelegramProblem.LOGIN_CODE_INVALID,
    TelegramProblem.LOGIN_NOT_FOUND,
    TelegramProblem.LOGIN_STEP_EXPIRED,
    TelegramProblem.PHONE_NUMBER_BANNED,
    TelegramProblem.PHONE_NUMBER_NOT_REGISTERED
  })
  @AsksTelegram
  Login code(Caller caller, @PathVariable UUID id, @RequestBody CodeRequest request) {
    Permission.toChange(caller);
    String code = text(request.code(), "code", CODE_LIMIT).replaceAll("[\\s-]", "");
    return flow.code(caller.memberId(), id, code);
  }

  @PostMapping("/{id}/password")
  @Operation(summary = "Enter the cloud password (two-step verification)")
  @TelegramProblems({
    TelegramProblem.ACCOUNT_ALREADY_CONNECTED,
    TelegramProblem.CLOUD_PASSWORD_INVALID,
    TelegramProblem.LOGIN_CODE_EXPIRED,
    TelegramProblem.LOGIN_NOT_FOUND,
    TelegramProblem.LOGIN_STEP_EXPIRED
  })
  @AsksTelegram
  Login password(Caller caller, @PathVariable UUID id, @RequestBody PasswordRequest request) {
    Permission.toChange(caller);
    String password = text(request.password(), "password", PASSWORD_LIMIT);
    return flow.password(caller.memberId(), id, password.toCharArray());
  }

  @PostMapping("/{id}/resend")
  @Operation(summary = "Send the code again, another way, when Telegram allows it")
  @TelegramProblems({
    TelegramProblem.LOGIN_CODE_EXPIRED,
    TelegramProblem.LOGIN_NOT_FOUND,
    TelegramProblem.LOGIN_STEP_EXPIRED,
    TelegramProblem.RESEND_NOT_AVAILABLE
  })
  @AsksTelegram
  Login resend(Caller caller, @PathVariable UUID id) {
    Permission.toChange(caller);
    return flow.resend(caller.memberId(), id);
  }

  @PostMapping("/{id}/cancel")
  @Operation(summary = "Give the login up, at Telegram too")
  @TelegramProblems({TelegramProblem.LOGIN_NOT_FOUND, TelegramProblem.LOGIN_STEP_EXPIRED})
  @AsksTelegram
  Login cancel(Caller caller, @PathVariable UUID id) {
    Permission.toChange(caller);
    return flow.cancel(caller.memberId(), id);
  }

  private static String text(@Nullable Secret given, String field, int limit) {
    if (given == null || given.reveal().isBlank()) {
      throw Complaints.about(field, "Fill this in.", "required");
    }
    if (given.reveal().length() > limit) {
      throw Complaints.about(field, "This is too long.", "size");
    }
    return given.reveal();
  }

  private static PhoneNumber phone(String typed) {
    try {
      return PhoneNumber.parse(typed);
    } catch (IllegalArgumentException e) {
      throw Complaints.about(
          "phoneNumber",
          "Write the number in international form, such as +49 151 2345678.",
          "phone-number");
    }
  }
}
