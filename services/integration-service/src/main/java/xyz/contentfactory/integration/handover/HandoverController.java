package xyz.contentfactory.integration.handover;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.account.Account;
import xyz.contentfactory.integration.account.AccountKeys;
import xyz.contentfactory.integration.account.AccountKind;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.network.TelegramGate;
import xyz.contentfactory.integration.problem.Complaints;
import xyz.contentfactory.integration.problem.Permission;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.problem.TelegramProblems;
import xyz.contentfactory.integration.problem.TriesProxy;
import xyz.contentfactory.integration.proxy.ProxyRequest;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.FreshProof;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.secret.Secret;
import xyz.contentfactory.telegram.client.SessionFormat;
import xyz.contentfactory.telegram.client.StoredLogin;
import xyz.contentfactory.telegram.net.proxy.Proxy;

/// Import and export of logins in the formats of other programs.
@RestController
@RequestMapping("/api/v1/telegram")
@Tag(name = "Sessions")
public class HandoverController {
  static final String WARNING =
      "This is one login. Use it in one place only: used in two at once, Telegram ends it in both.";

  private final TakeOver takeOver;
  private final HandoverRecord record;
  private final Accounts accounts;
  private final AccountKeys keys;
  private final TelegramGate gate;
  private final FreshProof proof;

  public HandoverController(
      TakeOver takeOver,
      HandoverRecord record,
      Accounts accounts,
      AccountKeys keys,
      TelegramGate gate,
      FreshProof proof) {
    this.takeOver = takeOver;
    this.record = record;
    this.accounts = accounts;
    this.keys = keys;
    this.gate = gate;
    this.proof = proof;
  }

  /// Sessions to take over.
  ///
  /// @param sessions one a line: of Telethon, GramJS, Pyrogram or mtcute
  /// @param tdata a zip of Telegram Desktop's folder `tdata`, in Base64
  /// @param passcode the local passcode of Telegram Desktop, when it has one
  /// @param proxy what all of them go through from the first contact on; without one each goes
  ///   through what its account has, if the session says whose it is and that account is known
  record ImportRequest(
      @Nullable Secret sessions,
      @Nullable Secret tdata,
      @Nullable Secret passcode,
      @Nullable ProxyRequest proxy) {}

  record ImportReport(String warning, List<Imported> items) {}

  record ExportRequest(
      @Schema(allowableValues = {"TELETHON", "GRAMJS", "PYROGRAM", "MTCUTE", "TDATA"})
          @Nullable String format) {}

  /// A login that leaves the house.
  ///
  /// @param session whoever has it is logged in; of `TDATA` a zip in Base64
  record ExportedSession(SessionFormat format, String session, String warning) {
    @Override
    public String toString() {
      return "ExportedSession[" + format + "]";
    }
  }

  @PostMapping("/sessions/import")
  @Operation(
      summary = "Connect accounts by sessions of other programs",
      description = "Telegram is asked about each one first. At most 50; each has its own result.")
  @TriesProxy
  ImportReport takeOver(Caller caller, ClientAddress from, @RequestBody ImportRequest request) {
    Permission.toChange(caller);
    Sessions sessions = Sessions.parse(request.sessions(), request.tdata(), request.passcode());
    Proxy proxy = ProxyRequest.read(request.proxy());
    return new ImportReport(WARNING, takeOver.takeOver(caller.memberId(), sessions, proxy, from));
  }

  @PostMapping("/accounts/{id}/export")
  @Operation(
      summary = "The account's login as a session of another program",
      description =
          "Needs a fresh proof of who you are. Pause the account before you use it elsewhere.")
  @TelegramProblems({
    TelegramProblem.ACCOUNT_NOT_FOUND,
    TelegramProblem.ACCOUNT_LOGGED_OUT,
    TelegramProblem.REAUTHENTICATION_NEEDED
  })
  ResponseEntity<ExportedSession> handOver(
      Caller caller,
      ClientAddress from,
      @PathVariable UUID id,
      @RequestBody ExportRequest request) {
    Permission.toChange(caller);
    SessionFormat format = format(request.format());
    Account account =
        accounts
            .find(caller.memberId(), id)
            .orElseThrow(() -> ProblemException.of(TelegramProblem.ACCOUNT_NOT_FOUND));
    boolean bot = account.kind() == AccountKind.BOT;
    if (bot && format == SessionFormat.TDATA) {
      throw Complaints.about("format", "Telegram Desktop has no bots.", "choice");
    }
    if (!proof.isFresh(caller.session())) {
      throw ProblemException.of(TelegramProblem.REAUTHENTICATION_NEEDED);
    }
    StoredLogin login =
        keys.login(id).orElseThrow(() -> ProblemException.of(TelegramProblem.ACCOUNT_LOGGED_OUT));
    String session = gate.foreign(login, bot).write(format);
    record.handedOver(caller.memberId(), id, format, from);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new ExportedSession(format, session, WARNING));
  }

  private static SessionFormat format(@Nullable String given) {
    try {
      return SessionFormat.valueOf(given == null ? "" : given.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Complaints.about(
          "format", "Choose TELETHON, GRAMJS, PYROGRAM, MTCUTE or TDATA.", "choice");
    }
  }
}
