package xyz.contentfactory.integration.login;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.problem.TelegramProblems;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.picture.QrCode;

/// The QR code of a login under way.
@RestController
@RequestMapping("/api/v1/telegram/qr-code")
@Tag(name = "Connect")
public class QrCodeController {
  private final LoginFlow flow;

  public QrCodeController(LoginFlow flow) {
    this.flow = flow;
  }

  /// The code as text and as a picture.
  ///
  /// @param link what the picture says; Telegram's apps open it, too
  /// @param svg the picture
  record ShownCode(UUID loginId, String link, String svg, Instant expiresAt) {}

  @GetMapping
  @Operation(
      summary = "The QR code to scan",
      description =
          "Of the login named, or of the newest one. It is replaced by itself before it expires;"
              + " the event stream says when.")
  @TelegramProblems({TelegramProblem.LOGIN_NOT_FOUND, TelegramProblem.LOGIN_STEP_EXPIRED})
  ResponseEntity<ShownCode> code(Caller caller, @RequestParam @Nullable UUID loginId) {
    Login login = flow.shown(caller.memberId(), loginId);
    Login.Qr qr = java.util.Objects.requireNonNull(login.qr());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.noStore())
        .body(new ShownCode(login.id(), qr.link(), QrCode.svg(qr.link()), qr.expiresAt()));
  }
}
