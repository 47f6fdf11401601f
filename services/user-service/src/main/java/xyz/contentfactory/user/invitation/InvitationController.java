package xyz.contentfactory.user.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.CommonProblems;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;
import xyz.contentfactory.user.session.Proofs;

/// Invitations, for an admin. Each is a new way in, so making one needs a fresh proof.
@RestController
@RequestMapping("/api/v1/invitations")
@Tag(name = "invitations", description = "Links by which others become members")
public final class InvitationController {
  private final InvitationDesk desk;
  private final Proofs proofs;

  public InvitationController(InvitationDesk desk, Proofs proofs) {
    this.desk = desk;
    this.proofs = proofs;
  }

  @Schema(name = "Invitations")
  record InvitationList(List<OpenInvitation> items) {}

  /// @param link null when it was mailed
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NewInvitation(
      OpenInvitation invitation,
      @Schema(description = "Shown here and never again; absent when it was mailed")
          @Nullable String link) {
    static NewInvitation of(InvitationDesk.Made made) {
      return new NewInvitation(
          made.invitation(), made.link() == null ? null : made.link().toString());
    }

    @Override
    public String toString() {
      return "NewInvitation[" + invitation.id() + "]";
    }
  }

  @GetMapping
  @Operation(
      operationId = "invitations",
      summary = "Invitations that nobody has used, the newest first; at most 200")
  InvitationList list() {
    return new InvitationList(desk.open());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "invite",
      summary = "Invite somebody",
      description = "With an e-mail the link is mailed there; without, the answer has it, once.")
  @UserProblems({
    UserProblem.EMAIL_TAKEN,
    UserProblem.REAUTHENTICATION_NEEDED,
    UserProblem.REGISTRATION_CLOSED
  })
  NewInvitation invite(@RequestBody InvitationRequest request, Caller caller, ClientAddress from) {
    InvitationRequest.Parsed parsed = request.parse();
    proofs.requireFresh(caller.session());
    return NewInvitation.of(desk.invite(parsed, caller, from));
  }

  @PostMapping("/{id}/resend")
  @Operation(
      operationId = "resendInvitation",
      summary = "Mail a new link, which lasts as long as the first one did; one a minute")
  @UserProblems(UserProblem.INVITATION_NOT_FOUND)
  @CommonProblems({CommonProblem.CONFLICT, CommonProblem.TOO_MANY_REQUESTS})
  OpenInvitation resend(@PathVariable UUID id, Caller caller, ClientAddress from) {
    return desk.sendAgain(id, caller, from);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "withdrawInvitation", summary = "The link is worth nothing any more")
  @UserProblems(UserProblem.INVITATION_NOT_FOUND)
  void withdraw(@PathVariable UUID id, Caller caller, ClientAddress from) {
    desk.withdraw(id, caller, from);
  }
}
