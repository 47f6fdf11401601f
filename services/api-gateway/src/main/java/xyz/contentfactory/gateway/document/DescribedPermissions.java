package xyz.contentfactory.gateway.document;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import xyz.contentfactory.gateway.permission.Permission;
import xyz.contentfactory.gateway.permission.Permissions;
import xyz.contentfactory.gateway.session.CsrfRules;
import xyz.contentfactory.kit.identity.Scope;
import xyz.contentfactory.kit.problem.CommonProblem;
import xyz.contentfactory.kit.problem.ProblemCode;
import xyz.contentfactory.kit.web.DescribedEdge;
import xyz.contentfactory.kit.web.SecurityNames;

/// The permission table, as the API document tells it: how callers prove who they are, and how the
/// edge refuses them. Operations outside the table (the public keys) are for everybody.
public final class DescribedPermissions implements DescribedEdge {
  private final Map<String, Permission> rows;

  public DescribedPermissions(Permissions permissions) {
    this.rows =
        permissions.rows().stream()
            .collect(Collectors.toUnmodifiableMap(Permission::endpoint, Function.identity()));
  }

  @Override
  public Set<ProblemCode> describe(HttpMethod method, String path, Operation operation) {
    Permission row = rows.get(method + " " + path);
    if (row == null) {
      operation.setSecurity(List.of());
      return Set.of();
    }
    boolean csrf = CsrfRules.mayApply(method.name(), path);
    operation.setSecurity(row.isForEveryone() ? List.of() : proofs(row.scope(), csrf));
    Set<ProblemCode> problems = row.isForEveryone() ? new HashSet<>() : refusals(row);
    problems.add(CommonProblem.TOO_MANY_REQUESTS);
    if (csrf) {
      problems.add(CommonProblem.CSRF_TOKEN_MISSING);
    }
    return problems;
  }

  private static List<SecurityRequirement> proofs(@Nullable Scope scope, boolean csrf) {
    List<SecurityRequirement> proofs = new ArrayList<>();
    proofs.add(new SecurityRequirement().addList(SecurityNames.BEARER));
    SecurityRequirement browser = new SecurityRequirement().addList(SecurityNames.COOKIE);
    proofs.add(csrf ? browser.addList(SecurityNames.CSRF) : browser);
    if (scope != null) {
      proofs.add(new SecurityRequirement().addList(SecurityNames.API_KEY, scope.wireName()));
    }
    return proofs;
  }

  private static Set<ProblemCode> refusals(Permission row) {
    Set<ProblemCode> refusals = new HashSet<>();
    refusals.add(CommonProblem.SIGN_IN_NEEDED);
    refusals.add(CommonProblem.API_KEY_INVALID);
    refusals.add(CommonProblem.API_KEY_SCOPE_MISSING);
    if (!row.isForEveryRole()) {
      refusals.add(CommonProblem.NOT_ALLOWED);
    }
    if (row.confirmed()) {
      refusals.add(CommonProblem.EMAIL_NOT_CONFIRMED);
    }
    return refusals;
  }
}
