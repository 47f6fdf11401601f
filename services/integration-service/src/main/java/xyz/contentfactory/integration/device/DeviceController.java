package xyz.contentfactory.integration.device;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.integration.account.Accounts;
import xyz.contentfactory.integration.problem.AsksTelegram;
import xyz.contentfactory.integration.problem.Permission;
import xyz.contentfactory.integration.problem.TelegramProblem;
import xyz.contentfactory.integration.problem.TelegramProblems;
import xyz.contentfactory.integration.storage.Page;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.problem.ProblemException;

/// Where the caller's accounts are logged in.
@RestController
@RequestMapping("/api/v1/telegram/accounts/{id}/devices")
@Tag(name = "Accounts")
public class DeviceController {
  private final Accounts accounts;
  private final DeviceList devices;

  public DeviceController(Accounts accounts, DeviceList devices) {
    this.accounts = accounts;
    this.devices = devices;
  }

  @GetMapping
  @Operation(summary = "Devices and programs the account is logged in on, this one included")
  @TelegramProblems({TelegramProblem.ACCOUNT_NOT_FOUND, TelegramProblem.ACCOUNT_PAUSED})
  @AsksTelegram
  Page<AccountDevice> list(Caller caller, @PathVariable UUID id) {
    Permission.toChange(caller);
    requireAccount(caller, id);
    return Page.of(devices.devices(id).stream().map(AccountDevice::of).toList());
  }

  @DeleteMapping("/{device}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      summary = "End the login of another device",
      description = "Telegram refuses this to a login younger than a day.")
  @TelegramProblems({
    TelegramProblem.ACCOUNT_NOT_FOUND,
    TelegramProblem.ACCOUNT_PAUSED,
    TelegramProblem.DEVICE_NOT_FOUND
  })
  @AsksTelegram
  void end(Caller caller, @PathVariable UUID id, @PathVariable String device) {
    Permission.toChange(caller);
    requireAccount(caller, id);
    devices.endDevice(id, hash(device));
  }

  private void requireAccount(Caller caller, UUID id) {
    if (accounts.find(caller.memberId(), id).isEmpty()) {
      throw ProblemException.of(TelegramProblem.ACCOUNT_NOT_FOUND);
    }
  }

  /// Our own login has no hash and ends by disconnecting the account.
  private static long hash(String device) {
    try {
      long hash = Long.parseLong(device);
      if (hash != 0) {
        return hash;
      }
    } catch (NumberFormatException e) {
      // as unknown as any other
    }
    throw ProblemException.of(TelegramProblem.DEVICE_NOT_FOUND);
  }
}
