package xyz.contentfactory.user.apikey;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.kit.identity.Role;
import xyz.contentfactory.kit.identity.Scope;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.FieldProblem;
import xyz.contentfactory.kit.problem.Problem;

/// The key that somebody wants.
record ApiKeyRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, minLength = 1, maxLength = 60)
        @Nullable String name,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "At least one; none that the role does not have")
        @Nullable List<@Nullable Scope> scopes,
    @Schema(description = "Absent: it lasts until it is deleted") @Nullable Instant expiresAt) {
  private static final int LONGEST_NAME = 60;
  private static final Duration LONGEST_LIFE = Duration.ofDays(5 * 366);

  NewApiKey parse(Role role, Instant now) {
    List<FieldProblem> errors = new ArrayList<>();
    String parsedName = name(errors);
    Set<Scope> parsedScopes = scopes(role, errors);
    if (expiresAt != null
        && (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST_LIFE)))) {
      errors.add(new FieldProblem("expiresAt", "Name a time within the next five years.", "range"));
    }
    if (!errors.isEmpty()) {
      throw Problem.of(CommonProblem.INVALID_INPUT).withErrors(errors).asException();
    }
    return new NewApiKey(parsedName, parsedScopes, expiresAt);
  }

  private String name(List<FieldProblem> errors) {
    String parsed = name == null ? "" : name.strip();
    if (parsed.isEmpty() || parsed.length() > LONGEST_NAME) {
      errors.add(new FieldProblem("name", "Use 1 to 60 characters.", "size"));
    }
    return parsed;
  }

  private Set<Scope> scopes(Role role, List<FieldProblem> errors) {
    Set<Scope> parsed = EnumSet.noneOf(Scope.class);
    for (Scope scope : scopes == null ? List.<@Nullable Scope>of() : scopes) {
      if (scope == null) {
        errors.add(new FieldProblem("scopes", "A scope is missing.", "required"));
      } else {
        parsed.add(scope);
      }
    }
    if (scopes == null || scopes.isEmpty()) {
      errors.add(new FieldProblem("scopes", "Choose what the key is for.", "required"));
    } else if (!Scope.within(role).containsAll(parsed)) {
      errors.add(
          new FieldProblem("scopes", "A key may not do more than you may yourself.", "not-yours"));
    }
    return parsed;
  }
}
