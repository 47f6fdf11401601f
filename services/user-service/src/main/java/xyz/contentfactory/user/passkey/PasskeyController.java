package xyz.contentfactory.user.passkey;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.UserAgent;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.member.Members;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;
import xyz.contentfactory.user.session.Device;
import xyz.contentfactory.user.session.Proofs;

/// The caller's own passkeys.
@RestController
@RequestMapping("/api/auth/passkeys")
@Tag(name = "passkeys", description = "Passkeys: made, listed, removed, and signing in with one")
public final class PasskeyController {
  private final PasskeyDesk desk;
  private final Members members;
  private final Proofs proofs;

  public PasskeyController(PasskeyDesk desk, Members members, Proofs proofs) {
    this.desk = desk;
    this.members = members;
    this.proofs = proofs;
  }

  record PasskeyList(List<Passkey> items) {}

  record RenamePasskeyRequest(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, maxLength = 60) @Nullable String name) {}

  @GetMapping
  @Operation(operationId = "passkeys", summary = "My passkeys")
  PasskeyList list(Caller caller) {
    return new PasskeyList(desk.of(caller.memberId()));
  }

  @PostMapping("/options")
  @Operation(operationId = "passkeyOptions", summary = "Begin a new passkey")
  @UserProblems({UserProblem.PASSKEYS_FULL, UserProblem.REAUTHENTICATION_NEEDED})
  PasskeyDesk.Asked options(Caller caller) {
    proofs.requireFresh(caller.session());
    return desk.askForNew(
        members
            .find(caller.memberId())
            .orElseThrow(() -> ProblemException.of(CommonProblem.SIGN_IN_NEEDED)));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "addPasskey", summary = "Keep the passkey that the browser has made")
  @UserProblems({
    UserProblem.PASSKEYS_FULL,
    UserProblem.PASSKEY_INVALID,
    UserProblem.REAUTHENTICATION_NEEDED
  })
  Passkey add(
      @RequestBody PasskeyRequest request, Caller caller, ClientAddress from, UserAgent agent) {
    proofs.requireFresh(caller.session());
    String name = PasskeyRequest.name(request.name(), nameOf(Device.of(agent)));
    return desk.add(caller.memberId(), request.parse(), name, from);
  }

  private static String nameOf(Device device) {
    String name =
        Stream.of(device.browser(), device.system())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    return name.isEmpty() ? "Passkey" : name;
  }

  @PatchMapping("/{id}")
  @Operation(operationId = "renamePasskey", summary = "Give a passkey another name")
  @UserProblems(UserProblem.PASSKEY_NOT_FOUND)
  Passkey rename(@PathVariable UUID id, @RequestBody RenamePasskeyRequest request, Caller caller) {
    return desk.rename(caller.memberId(), id, PasskeyRequest.name(request.name(), ""));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "removePasskey", summary = "A passkey opens nothing any more")
  @UserProblems({UserProblem.PASSKEY_NOT_FOUND, UserProblem.REAUTHENTICATION_NEEDED})
  void remove(@PathVariable UUID id, Caller caller, ClientAddress from) {
    proofs.requireFresh(caller.session());
    desk.remove(caller.memberId(), id, from);
  }
}
