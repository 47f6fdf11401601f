package xyz.contentfactory.user.apikey;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;
import xyz.contentfactory.user.session.Proofs;

/// The caller's own API keys. Only a person makes and sees them: the permission table lets no key
/// in here.
@RestController
@RequestMapping("/api/auth/api-keys")
@Tag(name = "api-keys", description = "Keys by which programs act for their member")
final class ApiKeyController {
  private final ApiKeyDesk desk;
  private final Proofs proofs;

  ApiKeyController(ApiKeyDesk desk, Proofs proofs) {
    this.desk = desk;
    this.proofs = proofs;
  }

  record ApiKeyList(List<ApiKey> items) {}

  record CreatedApiKey(
      @Schema(
              description =
                  "Shown this once: send it as `Authorization: Bearer cfk_…`. Keys match cfk_[0-9A-Za-z]{49}")
          String key,
      ApiKey apiKey) {
    @Override
    public String toString() {
      return "CreatedApiKey(hidden)";
    }
  }

  @GetMapping
  @Operation(operationId = "apiKeys", summary = "My API keys")
  ApiKeyList list(Caller caller) {
    return new ApiKeyList(desk.of(caller.memberId()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @UserProblems({UserProblem.API_KEYS_FULL, UserProblem.REAUTHENTICATION_NEEDED})
  @Operation(operationId = "createApiKey", summary = "Make a key, which is shown this once")
  CreatedApiKey create(@RequestBody ApiKeyRequest request, Caller caller, ClientAddress from) {
    proofs.requireFresh(caller.session());
    ApiKeyDesk.Made made = desk.make(caller, request, from);
    return new CreatedApiKey(made.text().reveal(), made.key());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @UserProblems(UserProblem.API_KEY_NOT_FOUND)
  @Operation(operationId = "deleteApiKey", summary = "A key opens nothing any more, on every node")
  void delete(@PathVariable UUID id, Caller caller, ClientAddress from) {
    desk.delete(caller.memberId(), id, from);
  }
}
