package xyz.contentfactory.user.session;

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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;

/// The caller's own sessions.
@RestController
@RequestMapping("/api/auth/sessions")
@Tag(name = "sessions", description = "Where one is signed in, and ending it")
public final class SessionController {
  private final OwnSessions sessions;

  public SessionController(OwnSessions sessions) {
    this.sessions = sessions;
  }

  /// A list in an object, so that more can stand beside it later.
  @Schema(name = "WebSessions")
  record Sessions(List<SessionList.Shown> items) {}

  @GetMapping
  @Operation(operationId = "sessions", summary = "Where I am signed in")
  Sessions list(Caller caller) {
    return new Sessions(sessions.of(caller.memberId(), caller.sessionId()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "endSession", summary = "End one session of mine, on every node")
  @UserProblems(UserProblem.SESSION_NOT_FOUND)
  void end(@PathVariable UUID id, Caller caller, ClientAddress from) {
    sessions.end(caller.memberId(), id, from);
  }

  @PostMapping("/end-others")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "endOtherSessions", summary = "End all sessions of mine but this one")
  void endOthers(Caller caller, ClientAddress from) {
    sessions.endOthers(caller.memberId(), caller.session(), from);
  }
}
