package xyz.contentfactory.user.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xyz.contentfactory.kit.identity.Caller;
import xyz.contentfactory.kit.identity.ClientAddress;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.problem.Problem;
import xyz.contentfactory.kit.problem.ProblemException;
import xyz.contentfactory.user.problem.UserProblem;
import xyz.contentfactory.user.problem.UserProblems;
import xyz.contentfactory.user.session.Proofs;

/// The people of this installation, for an admin. What gives power or cannot be undone needs a
/// fresh proof; blocking must be quick, and is undone by unblocking.
@RestController
@RequestMapping("/api/v1/people")
@Tag(name = "people", description = "Everybody here, and what an admin does about them")
public final class PeopleController {
  private final People people;
  private final PeopleDesk desk;
  private final Proofs proofs;

  public PeopleController(People people, PeopleDesk desk, Proofs proofs) {
    this.people = people;
    this.desk = desk;
    this.proofs = proofs;
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record PersonList(List<Person> items, @Nullable String nextCursor) {
    static PersonList of(List<Person> read, int limit) {
      return read.size() <= limit
          ? new PersonList(read, null)
          : new PersonList(read.subList(0, limit), PeopleFilter.cursorAfter(read.get(limit - 1)));
    }
  }

  record ChangePersonRequest(
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"admin", "user", "viewer"})
          @Nullable String role) {
    Role parse() {
      List<FieldProblem> errors = new ArrayList<>();
      Role parsed = PeopleFilter.role(role == null ? "" : role, errors);
      if (parsed == null) {
        throw Problem.of(CommonProblem.INVALID_INPUT).withErrors(errors).asException();
      }
      return parsed;
    }
  }

  @GetMapping
  @Operation(operationId = "people", summary = "Everybody, by name")
  PersonList list(
      @RequestParam(required = false)
          @Schema(description = "To be found in the name or the e-mail", maxLength = 254)
          @Nullable String search,
      @RequestParam(required = false) @Schema(allowableValues = {"admin", "user", "viewer"})
          @Nullable String role,
      @RequestParam(required = false) @Schema(allowableValues = {"active", "blocked"})
          @Nullable String state,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(required = false) @Nullable Integer limit) {
    PeopleFilter filter = PeopleFilter.parse(search, role, state, cursor, limit);
    return PersonList.of(people.list(filter), filter.limit());
  }

  @GetMapping("/{id}")
  @Operation(operationId = "person", summary = "One person")
  @UserProblems(UserProblem.PERSON_NOT_FOUND)
  Person get(@PathVariable UUID id) {
    return people.find(id).orElseThrow(() -> ProblemException.of(UserProblem.PERSON_NOT_FOUND));
  }

  @PatchMapping("/{id}")
  @Operation(
      operationId = "changePerson",
      summary = "Give somebody another role, at once and everywhere")
  @UserProblems({
    UserProblem.LAST_ADMIN,
    UserProblem.PERSON_NOT_FOUND,
    UserProblem.REAUTHENTICATION_NEEDED
  })
  Person change(
      @PathVariable UUID id,
      @RequestBody ChangePersonRequest request,
      Caller caller,
      ClientAddress from) {
    proofs.requireFresh(caller.session());
    return desk.changeRole(caller, id, request.parse(), from);
  }

  @PostMapping("/{id}/block")
  @Operation(
      operationId = "blockPerson",
      summary = "Sign somebody out everywhere and let them in no more",
      description = "Their Telegram accounts stay connected, and what they have planned goes out.")
  @UserProblems({UserProblem.NOT_ONESELF, UserProblem.PERSON_NOT_FOUND})
  Person block(@PathVariable UUID id, Caller caller, ClientAddress from) {
    return desk.block(caller, id, from);
  }

  @PostMapping("/{id}/unblock")
  @Operation(operationId = "unblockPerson", summary = "Let somebody in again")
  @UserProblems(UserProblem.PERSON_NOT_FOUND)
  Person unblock(@PathVariable UUID id, Caller caller, ClientAddress from) {
    return desk.unblock(caller, id, from);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "deletePerson",
      summary = "Delete somebody for ever",
      description =
          """
          accounts=disconnect logs their Telegram accounts out at Telegram and cancels what is planned; \
          accounts=hand-over gives both to the person named by `to`.\
          """)
  @UserProblems({
    UserProblem.NOT_ONESELF,
    UserProblem.PERSON_NOT_FOUND,
    UserProblem.REAUTHENTICATION_NEEDED
  })
  void delete(
      @PathVariable UUID id,
      @RequestParam(required = false)
          @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"disconnect", "hand-over"})
          @Nullable String accounts,
      @RequestParam(required = false) @Schema(description = "With hand-over: who gets them")
          @Nullable UUID to,
      Caller caller,
      ClientAddress from) {
    proofs.requireFresh(caller.session());
    desk.delete(caller, id, heir(accounts, to), from);
  }

  /// Null disconnects.
  private static @Nullable UUID heir(@Nullable String accounts, @Nullable UUID to) {
    boolean handOver = "hand-over".equals(accounts);
    if (!handOver && !"disconnect".equals(accounts)) {
      throw invalid("accounts", "Say disconnect or hand-over.", "unknown");
    }
    if (handOver == (to == null)) {
      throw handOver
          ? invalid("to", "Name who gets the accounts.", "required")
          : invalid("to", "Nobody gets accounts that are disconnected.", "unknown");
    }
    return to;
  }

  private static ProblemException invalid(String field, String message, String code) {
    return Problem.of(CommonProblem.INVALID_INPUT).withError(field, message, code).asException();
  }
}
