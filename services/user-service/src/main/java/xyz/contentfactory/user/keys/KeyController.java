package xyz.contentfactory.user.keys;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.audit.Audit;
import xyz.contentfactory.kit.audit.AuditEntry;
import xyz.contentfactory.kit.audit.AuditEntry.Outcome;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.kit.rotation.Rotation;
import xyz.contentfactory.kit.rotation.RotationStatus;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;

/// The keyring's key. Changing it harms nobody and ends nothing, so it asks for no fresh proof and
/// may be done with an API key, by a timer say.
@RestController
@RequestMapping("/api/v1/admin/keys")
@Tag(name = "keys", description = "The key under which everything secret is stored")
public final class KeyController {
  private final Rotation rotation;
  private final Audit audit;

  public KeyController(Rotation rotation, Audit audit) {
    this.rotation = rotation;
    this.audit = audit;
  }

  @GetMapping
  @Operation(
      operationId = "keys",
      summary = "Which key encrypts, since when, and how far a change of it has come")
  RotationStatus status() {
    return rotation.status();
  }

  @PostMapping("/rotate")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "rotateKeys",
      summary = "Make a new key and encrypt everything anew under it",
      description =
          """
          Goes on by itself on every node, also after a restart; nobody is signed out and no Telegram account is \
          disconnected. The former key is dropped when nothing is encrypted under it any more.\
          """)
  @UserProblems(UserProblem.KEY_CHANGE_UNDER_WAY)
  RotationStatus rotate(Caller caller, ClientAddress from) {
    RotationStatus before = rotation.status();
    if (before.underWay()) {
      throw ProblemException.of(UserProblem.KEY_CHANGE_UNDER_WAY);
    }
    audit.record(
        new AuditEntry(
            caller.memberId(),
            "keys.rotate",
            Outcome.OK,
            from,
            Map.of("former", Integer.toString(before.version()))));
    if (!rotation.begin()) {
      throw ProblemException.of(UserProblem.KEY_CHANGE_UNDER_WAY);
    }
    return rotation.status();
  }
}
